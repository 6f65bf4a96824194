import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'

/** Says of which day the value is, where today's waits for an index that has not been published. */
export function WaitsForIndex({ debt }: { debt: Pick<MyDebt, 'missingIndex' | 'balance'> }) {
  if (!debt.missingIndex) return null
  return <p className="soft small">Este é o valor em {formatDay(debt.balance.asOf, { year: true })}. O de hoje depende de um índice oficial que ainda não saiu. Volte em alguns dias.</p>
}
