import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { Amount } from '../../ui/amount.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

/** The parts of today's value, each with its rule in words. */
export function Why({ debt }: { debt: Pick<MyDebt, 'explanation'> }) {
  return (
    <div className="why">
      <Disclosure title="Por que esse valor?">
        <dl>
          {debt.explanation.map(({ kind, cents, text }, i) => (
            <div className="line" key={`${kind}-${i}`}><dt className="soft">{withoutAmount(text)}</dt><dd><Amount cents={cents} /></dd></div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}

// The amount stands beside the words.
function withoutAmount(text: string): string {
  return text.replace(/:\s*R\$.*$/, '')
}
