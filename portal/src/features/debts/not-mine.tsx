import { Link } from 'react-router'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Disclosure } from '../../ui/disclosure.tsx'

/** The way for who does not agree with a debt. Of several, each has its own. */
export function NotMine({ debts }: { debts: readonly [MyDebt, ...MyDebt[]] }) {
  const [debt, ...others] = debts
  if (others.length === 0) return <p><Link className="small" to={paths.contest(debt.id)}>Não concordo com esta dívida<span className="visually-hidden">: {debt.creditor.brand.name}, {debtName(debt)}</span></Link></p>
  return (
    <Disclosure title="Não concordo com uma destas dívidas">
      <ul className="rows">
        {debts.map((one) => <li key={one.id}><Link to={paths.contest(one.id)}>{debtName(one)}{one.contractNumber && `, contrato ${one.contractNumber}`}</Link></li>)}
      </ul>
    </Disclosure>
  )
}
