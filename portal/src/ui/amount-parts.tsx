import './amount-parts.css'
import { Amount } from './amount.tsx'
import { Disclosure } from './disclosure.tsx'

export interface AmountPart {
  words: string
  cents: number
  /** The account that anybody can redo. */
  formula?: string | undefined
}

/** What an amount is made of: each part with its rule in words, one press away. */
export function AmountParts({ parts }: { parts: readonly AmountPart[] }) {
  return (
    <div className="parts">
      <Disclosure title="Por que esse valor?">
        <dl>
          {parts.map(({ words, cents, formula }, i) => (
            <div className="line" key={i}>
              <dt className="soft">{words}{formula && <><br /><span className="small">{formula}</span></>}</dt>
              <dd><Amount cents={cents} /></dd>
            </div>
          ))}
        </dl>
      </Disclosure>
    </div>
  )
}
