import { pgTable, text, uuid } from 'drizzle-orm/pg-core'
import { bytes, creditorId, instant } from './columns.ts'

export const debtors = pgTable('debtors', {
  creditorId: creditorId(),
  id: uuid('id').notNull(),
  cpfIndex: bytes('cpf_index').notNull(),
  cpfSealed: bytes('cpf_sealed').notNull(),
  nameSealed: bytes('name_sealed').notNull(),
  birthDateSealed: bytes('birth_date_sealed'),
  emailSealed: bytes('email_sealed'),
  emailMac: bytes('email_mac'),
  emailSince: instant('email_since').notNull(),
  phoneSealed: bytes('phone_sealed'),
  phoneIndex: bytes('phone_index'),
  state: text('state'),
  city: text('city'),
  fingerprint: bytes('fingerprint').notNull(),
  createdAt: instant('created_at').notNull(),
  updatedAt: instant('updated_at').notNull(),
})
