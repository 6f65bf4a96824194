import type { BalanceComponent, MyDebt } from '@repactua/shared/contract/debts.ts'
import { Amount } from '../../ui/amount.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

/** The parts of today's value, each with its rule in words and the account that anybody can redo. */
export function Why({ debt }: { debt: Pick<MyDebt, 'explanation' | 'balance'> }) {
  return (
    <div className="why">
      <Disclosure title="Por que esse valor?">
        <dl>
          {debt.explanation.map(({ kind, cents, text }, i) => (
            <div className="line" key={`${kind}-${i}`}><dt className="soft">{withoutAmount(text)}<Account component={debt.balance.components[i]} /></dt><dd><Amount cents={cents} /></dd></div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}

// The original value needs none.
function Account({ component }: { component: BalanceComponent | undefined }) {
  if (!component || component.kind === 'principal') return null
  return <><br /><span className="small">{component.formula}</span></>
}

// The amount stands beside the words.
function withoutAmount(text: string): string {
  return text.replace(/:\s*R\$.*$/, '')
}
