import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { isBarred } from '../../../core/legal/prescription.ts'
import { listMyDebts, type DebtRecord } from '../../debts/index.ts'
import { asPerson } from '../as-person.ts'
import { personIn, type ActResult, type Turn } from '../turn.ts'

/** What the person owes this creditor today, outside of agreements; never what nobody may collect. */
export async function tellBalance(turn: Turn): Promise<ActResult> {
  const { creditor, values } = turn
  const owed = (await openDebtsOf(turn)).map(({ balance }) => balance.totalCents)
  if (owed.length === 0) return 'nothing_open'
  values['amount'] = formatBrl(centsNumber(owed.reduce((sum, cents) => sum + cents, 0n)))
  values['link'] = `${turn.site}/dividas/${`creditor_${creditor.id}`}/escolher`
  return 'balance_found'
}

/** The person's debts that can be negotiated with this creditor. */
export async function openDebtsOf(turn: Turn): Promise<{ debt: DebtRecord; balance: { totalCents: bigint } }[]> {
  const { work, creditor } = turn
  const debts = await listMyDebts(await asPerson(work, personIn(turn)))
  return debts.filter(({ debt }) => debt.creditorId === creditor.id && debt.status === 'open' && !isBarred(debt.prescribesOn, work.today))
}
