import type { PersonDetails } from '../../core/rulers/types.ts'
import type { Work } from '../../platform/work.ts'
import type { PersonRow } from './facts.repository.ts'

type Past = PersonDetails['sentBefore'][number]
type Choice = PersonDetails['choices'][number]

const WEEK_MS = 8 * 86_400_000

/** What went to people of late, of all creditors, and what they wished of this one or of all; by the hexadecimal of their index. */
export interface Contacts {
  before: Map<string, Past[]>
  choices: Map<string, Choice[]>
}

/** What decides, besides the hours, whether these people may be reached. Addresses that they share are looked at when a message is sent. */
export async function contactsOf({ tx }: Pick<Work, 'tx'>, people: readonly PersonRow[], now: Date): Promise<Contacts> {
  const indexes = people.map(({ cpfIndex }) => cpfIndex)
  const before = await tx.$client.query<Omit<Past, 'samePerson' | 'sameAddress' | 'debtIds'> & { person: string; debtIds: string[] | null }>({
    name: 'contacts_of_rulers',
    text: `select encode(cpf_index, 'hex') as person, at, channel, purpose, debt_ids as "debtIds" from contacts_before($1, '{}', $2)`,
    values: [indexes, new Date(now.getTime() - WEEK_MS)],
  })
  const choices = await tx.$client.query<Choice & { person: string }>({
    name: 'choices_of_rulers',
    text: `select encode(cpf_index, 'hex') as person, wish, channel, purpose, until from standing_choices($1, $2)`,
    values: [indexes, now],
  })
  const past = before.rows.map(({ debtIds, ...row }) => ({ ...row, debtIds: debtIds ?? [], samePerson: true, sameAddress: false }))
  return { before: Map.groupBy(past, ({ person }) => person), choices: Map.groupBy(choices.rows, ({ person }) => person) }
}
