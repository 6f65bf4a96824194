import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { NotMine } from './not-mine.tsx'
import { Why } from './why.tsx'

/** Many debts at one creditor: one card, a line for each, one way to the options. */
export function DebtGroupCard({ debts }: { debts: readonly [MyDebt, ...MyDebt[]] }) {
  const { creditor } = debts[0]
  return (
    <Card as="article" className="debt-group" aria-labelledby={`${creditor.id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h2 id={`${creditor.id}-name`}>{creditor.brand.name}</h2>
        <p className="soft small">{debts.length} dívidas abertas</p>
      </CreditorLine>
      <ul className="rows">
        {debts.map((debt) => (
          <li key={debt.id}>
            <p className="line">
              <span>{debtName(debt)}<br /><span className="soft small">Venceu em {formatDay(debt.dueOn, { year: true })}</span></span>
              <Amount cents={debt.balance.totalCents} />
            </p>
            <Why debt={debt} />
          </li>
        ))}
      </ul>
      {debts.some((debt) => debt.can.negotiate.ok) ? (
        <ButtonLink to={paths.chooseDebts(creditor.id)}>Ver opções<span className="visually-hidden"> de {creditor.brand.name}</span></ButtonLink>
      ) : (
        <p>Ainda não há opções de acordo aqui para estas dívidas. Fale com a empresa.</p>
      )}
      <NotMine debts={debts} />
    </Card>
  )
}
