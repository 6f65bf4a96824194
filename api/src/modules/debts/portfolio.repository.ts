import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { PortfolioDebt } from '../../core/simulation/types.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { offerDebtOf } from './debt-terms.ts'
import { readDebts, TERMS, type TermsRecord } from './debts.repository.ts'

/** A place in a creditor's portfolio, in the order of the debts' ids. */
export interface PortfolioPage {
  creditorId: string
  after: string | null
  until: string
  limit: number
  today: LocalDate
  /** Whether anything looks at the person; else nothing of them is read. */
  withPerson: boolean
}

/** An open debt; nothing may be offered for a barred one. */
export interface OpenDebt extends PortfolioDebt {
  id: string
  isBarred: boolean
}

type Row = TermsRecord & PortfolioDebt['person']

// The traits are those of `findPersonTraits`, for a page of debts at once.
const PAGE = `select ${TERMS},
  case when $6 then (select p.state from debtors p where p.creditor_id = d.creditor_id and p.id = d.debtor_id) end as state,
  case when $6 then (select count(*)::int from debts o where o.creditor_id = d.creditor_id and o.cpf_index = d.cpf_index and o.status = 'open' and o.prescribes_on >= $5) else 0 end as "debtCount",
  case when $6 then d.cpf_index in (select a.cpf_index from agreements a where a.creditor_id = $1 and a.status = 'broken') else false end as "hasBrokenAgreement"
  from (
    select * from debts where creditor_id = $1 and status = 'open' and ($2::uuid is null or id > $2) and id <= $3 order by id limit $4
  ) d order by d.id`

/** The next open debts of a creditor, in the order of their ids, as one statement sees them. */
export async function readOpenDebts(tx: Transaction, { creditorId, after, until, limit, today, withPerson }: PortfolioPage): Promise<OpenDebt[]> {
  const rows = await readDebts<Row>(tx, 'read_open_debts', PAGE, [creditorId, after, until, limit, today, withPerson])
  return rows.map((row) => ({
    id: row.id,
    isBarred: row.prescribesOn < today,
    debt: offerDebtOf(row),
    person: { state: row.state, debtCount: row.debtCount, hasBrokenAgreement: row.hasBrokenAgreement },
  }))
}

/** How many open debts a creditor has, and the last id of all its debts: what comes later is not in the count. */
export async function measurePortfolio(tx: Transaction, creditorId: string): Promise<{ open: number; lastDebtId: string | null }> {
  const { rows } = await tx.$client.query<{ open: number; lastDebtId: string | null }>({
    name: 'measure_portfolio',
    text: `select (select count(*)::int from debts where creditor_id = $1 and status = 'open') as open,
      (select id from debts where creditor_id = $1 order by id desc limit 1) as "lastDebtId"`,
    values: [creditorId],
  })
  return rows[0] ?? { open: 0, lastDebtId: null }
}
