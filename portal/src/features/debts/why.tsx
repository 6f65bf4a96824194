import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { AmountParts } from '../../ui/amount-parts.tsx'

/** The parts of today's value, each with its rule in words and the account that anybody can redo. */
export function Why({ debt: { explanation, balance } }: { debt: Pick<MyDebt, 'explanation' | 'balance'> }) {
  return <AmountParts parts={explanation.map(({ cents, text }, i) => ({ words: withoutAmount(text), cents, formula: accountOf(balance.components[i]) }))} />
}

// The original value needs none.
function accountOf(component: MyDebt['balance']['components'][number] | undefined): string | undefined {
  return component?.kind === 'principal' ? undefined : component?.formula
}

// The amount stands beside the words.
function withoutAmount(text: string): string {
  return text.replace(/:\s*R\$.*$/, '')
}
