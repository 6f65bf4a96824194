import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { NotMine } from './not-mine.tsx'

/** Debts whose term is over, below all others and outside the sum. They ask for nothing. */
export function BarredDebts({ debts }: { debts: readonly MyDebt[] }) {
  if (debts.length === 0) return null
  return (
    <section className="stack" aria-labelledby="prazo-terminado">
      <h2 id="prazo-terminado">Você não precisa pagar</h2>
      <p className="soft">O prazo para cobrar o que está aqui terminou. Se você não fizer nada, nada acontece.</p>
      <div className="card-grid">
        {debts.map((debt) => <BarredCard key={debt.id} debt={debt} />)}
      </div>
    </section>
  )
}

function BarredCard({ debt }: { debt: MyDebt }) {
  const { creditor, prescription } = debt
  return (
    <Card as="article" aria-labelledby={`${debt.id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h3 id={`${debt.id}-name`}>{creditor.brand.name}</h3>
        <p className="soft small">{debtName(debt)}, venceu em {formatDay(debt.dueOn, { year: true })}</p>
      </CreditorLine>
      <p className="soft small">
        O prazo para cobrar terminou em {formatDay(prescription.on, { year: true })}. No registro da empresa: <span className="money">{formatBrl(debt.balance.totalCents)}</span>.
      </p>
      {debt.can.negotiate.ok && (
        <ButtonLink secondary to={paths.voluntary(debt.id)}>Entender o que isso quer dizer<span className="visually-hidden">: {creditor.brand.name}, {debtName(debt)}</span></ButtonLink>
      )}
      <NotMine debts={[debt]} />
    </Card>
  )
}
