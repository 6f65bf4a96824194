import type { CancellationInput } from '@repactua/shared/contract/agreements.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { setEnded } from './agreement-states.repository.ts'
import { lockAgreement } from './agreements.repository.ts'
import { permissionsAt } from './agreements.rules.ts'
import { loadAgreement, type AgreementWhole } from './load-agreement.ts'
import { reopenDebts } from './reopen-debts.ts'
import { take } from './transitions.rules.ts'

/** Ends an agreement before its time: its debts are open again, and what was paid keeps counting on them. */
export async function cancelAgreement(work: Work, agreementId: string, input: CancellationInput): Promise<AgreementWhole> {
  const creditorId = creditorOf(work)
  const agreement = await lockAgreement(work.tx, creditorId, agreementId)
  if (!agreement) throw new AppError('not_found')
  if (agreement.status === 'cancelled') return loadAgreement(work, agreementId)
  const { cancel } = permissionsAt(agreement, work.clock.now())
  if (!cancel.ok) throw new AppError(cancel.code)
  const { to, event } = take('cancel', agreement.status)
  await setEnded(work.tx, agreement, { status: to, cancellationReason: input.reason, cancellationNote: input.note ?? null, cancelledAt: work.clock.now() })
  if (agreement.status !== 'awaiting_signature') await reopenDebts(work, agreement)
  await recordChange(work, {
    creditorId,
    type: event,
    subject: showId('agreement', agreementId),
    data: { agreementId: showId('agreement', agreementId), reason: input.reason },
  })
  return loadAgreement(work, agreementId)
}
