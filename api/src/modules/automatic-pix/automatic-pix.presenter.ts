import type { AutomaticPix } from '@repactua/shared/contract/automatic-pix.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import { qrSvg } from '../../platform/papers/qr.ts'
import type { DebitRecord } from './debits.repository.ts'
import type { LeaveView } from './read-leave.ts'

export function presentLeave({ agreementId, available, leave, next, failed }: LeaveView): AutomaticPix {
  const code = leave?.status === 'offered' ? leave.copyPaste : null
  return {
    agreementId: showId('agreement', agreementId),
    available,
    status: leave?.status ?? null,
    pix: code === null ? null : { copyPaste: code, qrSvg: qrSvg(code) },
    nextDebit: next && presentDebit(next),
    failedDebit: failed && presentDebit(failed),
    changedAt: leave?.changedAt.toISOString() ?? null,
  }
}

function presentDebit({ installmentNumber, dueOn, amountCents }: DebitRecord): NonNullable<AutomaticPix['nextDebit']> {
  return { installmentNumber, dueOn, amountCents: centsNumber(amountCents) }
}
