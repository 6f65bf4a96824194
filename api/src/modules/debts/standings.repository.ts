import type { Transaction } from '../../platform/db/transaction.ts'
import type { DebtRow } from './debts.repository.ts'

/** How debts of a creditor stand now, by their ids: what decides whether their person may be asked for them. */
export async function standingsOf(tx: Transaction, creditorId: string, ids: readonly string[]): Promise<Map<string, Pick<DebtRow, 'status' | 'prescribesOn'>>> {
  const { rows } = await tx.$client.query<Pick<DebtRow, 'id' | 'status' | 'prescribesOn'>>({
    name: 'standings_of_debts', text: 'select id, status, prescribes_on as "prescribesOn" from debts where creditor_id = $1 and id = any ($2)', values: [creditorId, ids],
  })
  return new Map(rows.map((row) => [row.id, row]))
}

/** Of these people those whom this creditor writes nothing at all to: somebody told that they died, or that it is not them. */
export async function peopleToLeaveAlone(tx: Transaction, creditorId: string, debtorIds: readonly string[]): Promise<Set<string>> {
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'people_to_leave_alone',
    text: `select distinct d.debtor_id as id from debts d where d.creditor_id = $1 and d.debtor_id = any ($2) and (
        exists (select from debt_holds h where h.creditor_id = $1 and h.debt_id = d.id and h.ended_at is null and h.reason in ('death', 'wrong_person'))
        or exists (select from disputes s where s.creditor_id = $1 and s.debt_id = d.id and s.reason = 'deceased' and s.status in ('open', 'upheld', 'corrected')))`,
    values: [creditorId, debtorIds],
  })
  return new Set(rows.map(({ id }) => id))
}
