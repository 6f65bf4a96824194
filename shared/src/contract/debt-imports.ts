import { Type, type Static } from 'typebox'
import { IdOf, Instant, Nullable, Words } from './common.ts'

export const IMPORT_STATUSES = ['queued', 'running', 'completed', 'failed'] as const
const Count = Type.Integer({ minimum: 0 })

/** received = accepted + unchanged + rejected once it is completed; `processed` shows the progress. */
export const DebtImport = Type.Object({
  id: IdOf('import'),
  status: Words(IMPORT_STATUSES),
  received: Count,
  processed: Count,
  accepted: Count,
  unchanged: Count,
  rejected: Count,
  createdAt: Instant,
  completedAt: Nullable(Instant),
})
export type DebtImport = Static<typeof DebtImport>

/** A line of the file of refusals. `line` counts from 1, a CSV header included. */
export const ImportError = Type.Object({
  line: Type.Integer(),
  externalId: Type.Optional(Type.String()),
  pointer: Type.String(),
  code: Type.String(),
  message: Type.String(),
})
export type ImportError = Static<typeof ImportError>
