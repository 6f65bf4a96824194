import { maskCpf } from '@repactua/shared/br/cpf.ts'
import type { Work } from '../../platform/work.ts'
import { listRowsOfPerson, type DebtorRow } from './debtors.repository.ts'

const LONGEST_FIRST_NAME = 30

/** A person over all creditors, for that person's own eyes only. */
export interface Person {
  firstName: string
  cpfMasked: string
  /** What most creditors have on file; among equals, what stands there longest. */
  email: string | null
  phone: string | null
}

/** The person of this CPF, or null where no creditor knows one. The transaction must see that person. */
export async function findPerson(work: Pick<Work, 'tx' | 'keys'>, cpfIndex: Buffer): Promise<Person | null> {
  const rows = await listRowsOfPerson(work.tx, cpfIndex)
  const [newest] = rows
  if (!newest) return null
  const by = (sinceOf: (row: DebtorRow) => Date) => rows.toSorted((a, b) => sinceOf(a).getTime() - sinceOf(b).getTime())
  const opened = (sealed: Buffer | null) => (sealed === null ? [] : [work.keys.open(sealed)])
  return {
    firstName: firstNameOf(work.keys.open(newest.nameSealed)),
    cpfMasked: maskCpf(work.keys.open(newest.cpfSealed)),
    email: mostAgreed(by((row) => row.emailSince).flatMap((row) => opened(row.emailSealed))),
    phone: mostAgreed(by((row) => row.createdAt).flatMap((row) => opened(row.phoneSealed))),
  }
}

/**
 * The contact that most creditors agree on, among equals the first. A creditor that names a contact of its own for
 * somebody else's CPF must not be able to draw that person's codes to itself.
 */
export function mostAgreed(contacts: readonly string[]): string | null {
  const counts = new Map<string, number>()
  for (const contact of contacts) counts.set(contact, (counts.get(contact) ?? 0) + 1)
  const most = Math.max(0, ...counts.values())
  return contacts.find((contact) => counts.get(contact) === most) ?? null
}

/**
 * The name to greet by. Portfolios often shout: "MARIA DA SILVA" -> "Maria". Only letters: it opens a mail of ours, where
 * an address or a phone number that a creditor wrote for a name would look like our word.
 */
export function firstNameOf(name: string): string {
  const first = /[\p{L}\p{M}]+(?:['’-][\p{L}\p{M}]+)*/u.exec(name)?.[0].slice(0, LONGEST_FIRST_NAME) ?? ''
  const shouts = first === first.toLocaleUpperCase('pt-BR')
  return shouts ? first.slice(0, 1) + first.slice(1).toLocaleLowerCase('pt-BR') : first
}
