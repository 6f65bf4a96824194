import { Type, type Static } from 'typebox'
import { Closed, Cursor, Day, IdOf, Instant, Limit, Nullable, Words } from './common.ts'

/** The creditor's task after a settlement: to take the person's name off every list of debtors by `dueOn`. */
export const Delisting = Type.Object({
  agreementId: IdOf('agreement'),
  paidOn: Day,
  dueOn: Day,
  alarmedAt: Nullable(Instant),
  confirmedAt: Nullable(Instant),
})
export type Delisting = Static<typeof Delisting>

export const DelistingQuery = Closed({
  status: Type.Optional(Words(['due', 'confirmed'] as const)),
  limit: Type.Optional(Limit),
  cursor: Type.Optional(Cursor),
})
export type DelistingQuery = Static<typeof DelistingQuery>
