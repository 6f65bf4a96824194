import { Type, type Static } from 'typebox'
import { DELISTING_MOMENTS } from './policies.ts'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Nullable, Said, Words } from './common.ts'

/** The creditor's task after a settlement, or after the first installment where the term says so: to take the person's name off every list of debtors by `dueOn`. */
export const Delisting = Type.Object({
  agreementId: IdOf('agreement'),
  cause: Words(DELISTING_MOMENTS, { description: 'Which payment began it' }),
  paidOn: Day,
  dueOn: Day,
  alarmedAt: Nullable(Instant),
  confirmedAt: Nullable(Instant),
  lapsedAt: Said(Nullable(Instant), 'The agreement ended before the task was done: its debts are open again'),
})
export type Delisting = Static<typeof Delisting>

export const DelistingQuery = Closed({
  status: Type.Optional(Words(['due', 'confirmed'] as const)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type DelistingQuery = Static<typeof DelistingQuery>
