import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Work } from '../../platform/work.ts'
import { phoneIndexOf } from './phone-index.ts'
import { findRow, findRowByCpf, findRows, findRowsByPhone, type DebtorRow } from './debtors.repository.ts'

/** A person as one creditor knows them, opened. The CPF is eleven digits, the phone E.164. */
export interface Debtor {
  id: string
  creditorId: string
  cpfIndex: Buffer
  cpf: string
  name: string
  birthDate: LocalDate | null
  email: string | null
  phone: string | null
  state: string | null
  city: string | null
}

/** The person of this CPF at one creditor, or null. */
export async function findDebtorByCpf(work: Pick<Work, 'tx' | 'keys'>, creditorId: string, cpfIndex: Buffer): Promise<Debtor | null> {
  const row = await findRowByCpf(work.tx, creditorId, cpfIndex)
  return row && openRow(work, row)
}

/** The person of this id at one creditor, or null. */
export async function findDebtor(work: Pick<Work, 'tx' | 'keys'>, creditorId: string, id: string): Promise<Debtor | null> {
  const row = await findRow(work.tx, creditorId, id)
  return row && openRow(work, row)
}

/** The people of these ids at one creditor, by id. */
export async function findDebtors(work: Pick<Work, 'tx' | 'keys'>, creditorId: string, ids: readonly string[]): Promise<Map<string, Debtor>> {
  const rows = ids.length === 0 ? [] : await findRows(work.tx, creditorId, ids)
  return new Map(rows.map((row) => [row.id, openRow(work, row)]))
}

/** The people whom a creditor knows by this phone, E.164. It proves none of them: households share one, and numbers pass on. */
export async function findDebtorsByPhone(work: Pick<Work, 'tx' | 'keys'>, creditorId: string, phone: string): Promise<Debtor[]> {
  const rows = await findRowsByPhone(work.tx, creditorId, phoneIndexOf(work.keys, phone))
  return rows.map((row) => openRow(work, row))
}

function openRow({ keys }: Pick<Work, 'keys'>, row: DebtorRow): Debtor {
  const { id, creditorId, cpfIndex, state, city } = row
  const opened = (sealed: Buffer | null) => (sealed === null ? null : keys.open(sealed))
  return {
    id,
    creditorId,
    cpfIndex,
    cpf: keys.open(row.cpfSealed),
    name: keys.open(row.nameSealed),
    birthDate: opened(row.birthDateSealed),
    email: opened(row.emailSealed),
    phone: opened(row.phoneSealed),
    state,
    city,
  }
}
