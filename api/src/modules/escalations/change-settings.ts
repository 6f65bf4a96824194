import { isDeepStrictEqual } from 'node:util'
import type { EscalationSettings } from '@repactua/shared/contract/escalations.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor, refuseRevoked } from '../creditors/index.ts'
import type { OwnRules } from './blocks.rules.ts'
import { findEscalationSettings, putEscalationSettings } from './settings.repository.ts'

/** What holds until a creditor says otherwise: everything is off. */
const OFF: OwnRules = { kinds: [], afterDays: 60, answerDays: 15, leastCents: 0n, automatic: 'nothing' }

/** Whether and how a creditor has debts listed or protested; all of it is off where nothing was said. */
export async function readOwnRules(work: Pick<Work, 'tx'>, creditorId: string): Promise<OwnRules> {
  const found = await findEscalationSettings(work.tx, creditorId)
  if (!found) return OFF
  const { kinds, afterDays, answerDays, leastCents, automatic } = found
  return { kinds, afterDays, answerDays, leastCents, automatic }
}

/** Sets how debts are listed or protested. Where two clients decide nothing is requested by itself. The same again changes nothing. */
export async function changeEscalationSettings(work: Work, { kinds, leastCents, ...input }: EscalationSettings): Promise<OwnRules> {
  const creditorId = creditorOf(work)
  await refuseRevoked(work)
  const changed: OwnRules = { ...input, kinds: [...kinds].sort(), leastCents: BigInt(leastCents) }
  if (changed.automatic === 'requesting' && (await needsTwo(work, creditorId))) throw new AppError('automatic_needs_one_client')
  if (isDeepStrictEqual(await readOwnRules(work, creditorId), changed)) return changed
  await putEscalationSettings(work.tx, { creditorId, ...changed, updatedAt: work.clock.now() })
  await recordChange(work, { creditorId, type: 'escalation_settings.changed', subject: showId('creditor', creditorId), data: { ...changed, leastCents: centsNumber(changed.leastCents) } })
  return changed
}

/** Whether two clients have to ask before anything is requested, as with the publishing of policies. */
export async function needsTwo({ tx }: Pick<Work, 'tx'>, creditorId: string): Promise<boolean> {
  return (await findCreditor(tx, creditorId))!.fourEyesPublishing
}
