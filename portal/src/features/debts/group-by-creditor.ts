import type { MyDebt } from '@repactua/shared/contract/debts.ts'

const MANY = 3

type Owed = Pick<MyDebt, 'id'> & { creditor: Pick<MyDebt['creditor'], 'id'> }

/** The debts as cards: one each, but three or more at one creditor share one. Keeps the API's order. */
export function groupByCreditor<D extends Owed>(debts: readonly D[]): [D, ...D[]][] {
  const groups = new Map<string, [D, ...D[]]>()
  for (const debt of debts) {
    const group = groups.get(debt.creditor.id)
    if (group) group.push(debt)
    else groups.set(debt.creditor.id, [debt])
  }
  return [...groups.values()].flatMap((group) => (group.length >= MANY ? [group] : group.map((debt): [D, ...D[]] => [debt])))
}
