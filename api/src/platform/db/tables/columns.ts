import { bigint, customType, date, timestamp, uuid } from 'drizzle-orm/pg-core'

/** Raw bytes: hashes and sealed text. */
export const bytes = customType<{ data: Buffer }>({ dataType: () => 'bytea' })

/** Money in integer cents, exact at any size. */
export const cents = (name: string) => bigint(name, { mode: 'bigint' })

/** A day of America/Sao_Paulo as 'YYYY-MM-DD'. */
export const day = (name: string) => date(name, { mode: 'string' })

/** An instant. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** The first column of every tenant's key. */
export const creditorId = () => uuid('creditor_id').notNull()
