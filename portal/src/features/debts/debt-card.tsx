import type { CashPreview, MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { formatWholePercent } from '../../lib/printed-figures.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { NotMine } from './not-mine.tsx'
import { Standing } from './standing.tsx'
import { WaitsForIndex } from './waits-for-index.tsx'
import { Why } from './why.tsx'

const ONE_PERCENT_BPS = 100

/** One open debt: how much, since when, why, and the way to the options. */
export function DebtCard({ debt, optionsPath }: { debt: MyDebt; optionsPath: string }) {
  const { creditor } = debt
  return (
    <Card as="article" className="debt-card" aria-labelledby={`${debt.id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h2 id={`${debt.id}-name`}>{creditor.brand.name}</h2>
        <p className="soft small">{debtName(debt)}, venceu em {formatDay(debt.dueOn, { year: debt.dueOn.slice(0, 4) !== debt.balance.asOf.slice(0, 4) })}</p>
      </CreditorLine>
      {debt.originalCreditor && <p className="soft small">Começou com {debt.originalCreditor}</p>}
      <div>
        <p className="debt-today">
          <span className="soft">{debt.missingIndex ? 'Valor' : 'Valor hoje'}</span>
          <Amount cents={debt.balance.totalCents} size="l" />
          <span className="soft small">Começou em <span className="money">{formatBrl(debt.principalCents)}</span></span>
        </p>
        <Why debt={debt} />
        <WaitsForIndex debt={debt} />
      </div>
      <Standing debt={debt} />
      {debt.cashPreview && <Preview preview={debt.cashPreview} />}
      {debt.can.negotiate.ok ? (
        <ButtonLink wide to={optionsPath}>Ver opções<span className="visually-hidden"> de {creditor.brand.name}, {debtName(debt)}</span></ButtonLink>
      ) : (
        <p>Ainda não há opções de acordo aqui para esta dívida. Fale com a empresa.</p>
      )}
      <NotMine debts={[debt]} />
    </Card>
  )
}

function Preview({ preview }: { preview: CashPreview }) {
  return (
    <p className="preview">
      <span className="small">À vista, até {formatDay(preview.standsUntil)}</span>
      <span>
        <Amount cents={preview.totalCents} />
        {preview.discountBps >= ONE_PERCENT_BPS && <span className="small nowrap"> com {formatWholePercent(preview.discountBps)} de desconto</span>}
      </span>
    </p>
  )
}
