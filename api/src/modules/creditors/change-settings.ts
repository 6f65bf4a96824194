import { isDeepStrictEqual } from 'node:util'
import type { SettingsInput } from '@repactua/shared/contract/creditors.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { clientOf, creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from './refuse-revoked.ts'
import { findSettings, lockSettings, setSettings, type SettingsRecord } from './settings.repository.ts'
import { changeOf } from './settings.rules.ts'

/** Changes what the creditor decides about its own house; what is left out stays. To end four eyes two clients have to ask. */
export async function changeSettings(work: Work, input: SettingsInput): Promise<SettingsRecord> {
  const creditorId = creditorOf(work)
  await refuseRevoked(work)
  const settings = await lockSettings(work.tx, creditorId)
  if (!settings) throw new AppError('not_found')
  const changed = changeOf(settings, input, { clientId: clientOf(work), at: work.clock.now() })
  if (!changed.ok) throw new AppError(changed.error)
  if (isDeepStrictEqual(settings, changed.value)) return settings
  await setSettings(work.tx, creditorId, changed.value)
  const { fourEyesPublishing, fourEyesEndAskedBy, showsBarredDebts, remindDaysBefore, shortToleranceCents, overpayment, tellsBalances, answerHours } = changed.value
  const data = { fourEyesPublishing, showsBarredDebts, remindDaysBefore, shortToleranceCents: centsNumber(shortToleranceCents), overpayment, tellsBalances, answerHours, fourEyesEndAskedBy: fourEyesEndAskedBy && showId('client', fourEyesEndAskedBy) }
  await recordChange(work, { creditorId, type: 'settings.changed', subject: showId('creditor', creditorId), data })
  return changed.value
}

/** What the creditor has decided about its own house. */
export async function readSettings(work: Work): Promise<SettingsRecord> {
  const settings = await findSettings(work.tx, creditorOf(work))
  if (!settings) throw new AppError('not_found')
  return settings
}
