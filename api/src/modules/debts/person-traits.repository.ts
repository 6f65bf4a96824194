import type { PersonTraits } from '../../core/offers/types.ts'
import type { Work } from '../../platform/work.ts'

// An open debt that is barred does not count: it is not collected. An agreement that was cancelled in its grace was not broken.
const TRAITS = `select c.id as "creditorId",
  (select p.state from debtors p where p.creditor_id = c.id and p.cpf_index = $1) as state,
  (select count(*)::int from debts d where d.creditor_id = c.id and d.cpf_index = $1 and d.status = 'open' and d.prescribes_on >= $3) as "debtCount",
  exists (select from agreements a where a.creditor_id = c.id and a.cpf_index = $1 and a.status = 'broken') as "hasBrokenAgreement"
  from unnest($2::uuid[]) as c(id)`

const UNKNOWN: PersonTraits = { state: null, debtCount: 0, hasBrokenAgreement: false }

/** What each of these creditors knows of a person that its policy may look at; of one creditor nothing is told to another. */
export async function findPersonTraits({ tx, today }: Pick<Work, 'tx' | 'today'>, cpfIndex: Buffer, creditorIds: readonly string[]): Promise<(creditorId: string) => PersonTraits> {
  const { rows } = await tx.$client.query<PersonTraits & { creditorId: string }>({ name: 'find_person_traits', text: TRAITS, values: [cpfIndex, creditorIds, today] })
  const byCreditor = new Map(rows.map(({ creditorId, ...traits }) => [creditorId, traits]))
  return (creditorId) => byCreditor.get(creditorId) ?? UNKNOWN
}
