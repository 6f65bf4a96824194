import type { Work } from '../../platform/work.ts'
import { listRowsOfPerson } from './debtors.repository.ts'

/** By what one creditor reaches a person. */
export interface Contacts {
  creditorId: string
  email: string | null
  phone: string | null
}

/** By what each creditor reaches a person, for that person's own eyes. The transaction must see that person. */
export async function findContacts({ tx, keys }: Pick<Work, 'tx' | 'keys'>, cpfIndex: Buffer): Promise<Contacts[]> {
  const opened = (sealed: Buffer | null) => (sealed === null ? null : keys.open(sealed))
  return (await listRowsOfPerson(tx, cpfIndex)).map(({ creditorId, emailSealed, phoneSealed }) => ({ creditorId, email: opened(emailSealed), phone: opened(phoneSealed) }))
}
