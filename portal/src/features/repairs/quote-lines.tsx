import type { AmendmentLine } from '@repactua/shared/contract/amendments.ts'
import { Amount } from '../../ui/amount.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

const WORDS: Record<AmendmentLine['kind'], string> = {
  contract_interest: 'Juros do acordo pelos dias a mais',
  late_fine: 'Multa por atraso',
  default_interest: 'Juros por atraso',
  early_payment: 'Redução por pagar antes',
}

/** Where a cost or a saving comes from, so that anybody can redo it. Nothing where there is none. */
export function QuoteLines({ lines }: { lines: readonly AmendmentLine[] }) {
  if (lines.length === 0) return null
  return (
    <Disclosure title="Por que esse valor?">
      <ul className="rows plain-list">
        {lines.map(({ kind, installmentNumber, cents, formula, source }) => (
          <li key={`${kind} ${installmentNumber}`} className="line">
            <span>{WORDS[kind]}, parcela {installmentNumber}<br /><span className="small soft">{formula}. {source}.</span></span>
            <Amount cents={cents} />
          </li>
        ))}
      </ul>
    </Disclosure>
  )
}
