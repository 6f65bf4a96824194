import { ESCALATION_KINDS, type Escalation } from '@repactua/shared/contract/escalations.ts'
import { addDays, addMonths } from '@repactua/shared/time/local-date.ts'
import { currentRule } from '../../core/legal/legal-rules.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { walkCreditors } from '../creditors/index.ts'
import { needsTwo, readOwnRules } from './change-settings.ts'
import { debtsToPropose, escalationsUnderWay, setEscalation, type ListedEscalation } from './escalations.repository.ts'
import { giveNotice } from './give-notice.ts'
import { holdEscalation } from './hold-escalation.ts'
import { proposeEscalation } from './propose-escalation.ts'
import { nightStep } from './steps.rules.ts'
import { stopEscalation } from './stop-escalation.ts'
import { takeStep, tellEscalation } from './take-step.ts'

/** New ones of a kind and a creditor in one night; the others follow. */
const MOST_OF_NIGHT = 5_000

/** A round of the night: stops what is forbidden by now, takes each next step, alarms of what is not taken back, and proposes where that is switched on. */
export async function tendEscalations(desk: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  await walkCreditors(desk, { find: (work, creditorId) => escalationsUnderWay(work.tx, creditorId, null), take: (work, creditorId, id) => tend(work, { creditorId, id }) })
  await walkCreditors(desk, { find: findNew, take: propose })
}

async function tend(work: Work, key: { creditorId: string; id: string }): Promise<void> {
  const held = await holdEscalation(work, key)
  if (!held || (await stopEscalation(work, held))) return
  const { escalation, rules, block } = held
  const decidesAlone = rules.automatic === 'requesting' && !(await needsTwo(work, key.creditorId))
  const step = nightStep(escalation, block, { today: work.today, decidesAlone })
  if (step === 'notice') await giveNotice(work, escalation, rules)
  else if (step) await takeStep(work, escalation, step)
  else await alarm(work, escalation)
}

async function alarm(work: Work, escalation: ListedEscalation): Promise<void> {
  const { takeOffAlarmOn, alarmedAt } = escalation
  if (takeOffAlarmOn === null || alarmedAt !== null || takeOffAlarmOn > work.today) return
  await setEscalation(work.tx, escalation, { alarmedAt: work.clock.now() })
  await tellEscalation(work, escalation, 'escalation.alarm')
}

interface NewOne {
  kind: Escalation['kind']
  externalId: string
}

async function findNew(work: Work, creditorId: string): Promise<NewOne[]> {
  const { kinds, automatic, afterDays, leastCents } = await readOwnRules(work, creditorId)
  if (automatic === 'nothing') return []
  const dueUntil = addDays(work.today, -afterDays)
  const dueAfter = addMonths(work.today, -12 * currentRule('listing-age').number!)
  const found: NewOne[] = []
  for (const kind of ESCALATION_KINDS.filter((one) => kinds.includes(one))) {
    const externalIds = await debtsToPropose(work.tx, creditorId, { kind, dueUntil, dueAfter, leastCents, limit: MOST_OF_NIGHT })
    found.push(...externalIds.map((externalId) => ({ kind, externalId })))
  }
  return found
}

// What changed since it was found is no fault of the round.
async function propose(work: Work, creditorId: string, { kind, externalId }: NewOne): Promise<void> {
  await proposeEscalation(work, { creditorId, externalId }, { kind }).catch((error: unknown) => {
    if (!(error instanceof AppError)) throw error
  })
}
