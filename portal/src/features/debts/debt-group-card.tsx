import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { NotMine } from './not-mine.tsx'
import { Standing } from './standing.tsx'
import { WaitsForIndex } from './waits-for-index.tsx'
import { Why } from './why.tsx'

const SHOWN_AT_FIRST = 4

/** Many debts at one creditor: one card, a line for each, one way to the options. A long list is folded, so that the way stays near. */
export function DebtGroupCard({ debts }: { debts: readonly [MyDebt, ...MyDebt[]] }) {
  const { creditor } = debts[0]
  // One more line is no longer than the words that would fold it.
  const near = debts.length > SHOWN_AT_FIRST + 1 ? SHOWN_AT_FIRST : debts.length
  return (
    <Card as="article" className="debt-group" aria-labelledby={`${creditor.id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h2 id={`${creditor.id}-name`}>{creditor.brand.name}</h2>
        <p className="soft small">{debts.length} dívidas abertas</p>
      </CreditorLine>
      <div className="stack stack-tight">
        <Lines debts={debts.slice(0, near)} />
        {debts.length > near && <Disclosure title={`Ver as outras ${debts.length - near}`}><Lines debts={debts.slice(near)} /></Disclosure>}
      </div>
      {debts.some((debt) => debt.can.negotiate.ok) ? (
        <ButtonLink to={paths.chooseDebts(creditor.id)}>Ver opções<span className="visually-hidden"> de {creditor.brand.name}</span></ButtonLink>
      ) : (
        <p>Ainda não há opções de acordo aqui para estas dívidas. Fale com a empresa.</p>
      )}
      <NotMine debts={debts} />
    </Card>
  )
}

function Lines({ debts }: { debts: readonly MyDebt[] }) {
  return (
    <ul className="rows">
      {debts.map((debt) => (
        <li key={debt.id}>
          <p className="line">
            <span>{debtName(debt)}<br /><span className="soft small">Venceu em {formatDate(debt.dueOn)}</span></span>
            <Amount cents={debt.balance.totalCents} />
          </p>
          <Why debt={debt} />
          <WaitsForIndex debt={debt} />
          <Standing debt={debt} />
        </li>
      ))}
    </ul>
  )
}
