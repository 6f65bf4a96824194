import { maskCpf } from '@repactua/shared/br/cpf.ts'
import type { Work } from '../../platform/work.ts'
import { listRowsOfPerson } from './debtors.repository.ts'

/** A person over all creditors, for that person's own eyes only. */
export interface Person {
  firstName: string
  cpfMasked: string
  /** The newest that any creditor gave. */
  email: string | null
  phone: string | null
}

/** The person of this CPF, or null where no creditor knows one. The transaction must see that person. */
export async function findPerson(work: Pick<Work, 'tx' | 'keys'>, cpfIndex: Buffer): Promise<Person | null> {
  const rows = await listRowsOfPerson(work.tx, cpfIndex)
  const [newest] = rows
  if (!newest) return null
  const emailSealed = rows.find((row) => row.emailSealed)?.emailSealed
  const phoneSealed = rows.find((row) => row.phoneSealed)?.phoneSealed
  return {
    firstName: firstNameOf(work.keys.open(newest.nameSealed)),
    cpfMasked: maskCpf(work.keys.open(newest.cpfSealed)),
    email: emailSealed ? work.keys.open(emailSealed) : null,
    phone: phoneSealed ? work.keys.open(phoneSealed) : null,
  }
}

/** The name to greet by. Portfolios often shout: "MARIA DA SILVA" -> "Maria". */
export function firstNameOf(name: string): string {
  const first = name.split(' ')[0] ?? ''
  const shouts = first === first.toLocaleUpperCase('pt-BR')
  return shouts ? first.slice(0, 1) + first.slice(1).toLocaleLowerCase('pt-BR') : first
}
