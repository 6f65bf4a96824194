import { Type, type Static } from 'typebox'
import { Day, IdOf, Instant, Nullable, PositiveCents, Words } from './common.ts'

export const LEAVE_STATUSES = ['asked', 'offered', 'approved', 'refused', 'ended'] as const

/** How an agreement's installments pay themselves, as the person sees it. */
export const AutomaticPix = Type.Object({
  agreementId: IdOf('agreement'),
  available: Type.Boolean({ description: 'Whether leave can be given for this agreement now' }),
  status: Nullable(Words(LEAVE_STATUSES, { description: '`offered` waits for the person at their own bank, by the code; `approved` debits each installment on its day; `refused` and `ended` are over' })),
  pix: Nullable(Type.Object({ copyPaste: Type.String(), qrSvg: Type.String() }, { description: 'The code that asks for leave; while it is `offered` alone' })),
  nextDebit: Nullable(Type.Object({ installmentNumber: Type.Integer(), dueOn: Day, amountCents: PositiveCents })),
  failedDebit: Nullable(Type.Object({ installmentNumber: Type.Integer(), dueOn: Day, amountCents: PositiveCents }, { description: 'Not paid for want of money, after all tries: it is for the person to pay' })),
  changedAt: Nullable(Instant),
})
export type AutomaticPix = Static<typeof AutomaticPix>
