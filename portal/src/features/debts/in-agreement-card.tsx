import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { Standing } from './standing.tsx'

/** A debt that is being settled already: the agreement tells the rest. */
export function InAgreementCard({ debt }: { debt: MyDebt }) {
  return (
    <Card as="article" aria-labelledby={`${debt.id}-name`}>
      <CreditorLine brand={debt.creditor.brand}>
        <h3 id={`${debt.id}-name`}>{debt.creditor.brand.name}</h3>
        <p className="soft small">{debtName(debt)}</p>
      </CreditorLine>
      <Standing debt={debt} />
      <ButtonLink secondary wide to={debt.agreementId ? paths.agreement(debt.agreementId) : paths.agreements}>
        Ver acordo<span className="visually-hidden"> com {debt.creditor.brand.name}, {debtName(debt)}</span>
      </ButtonLink>
    </Card>
  )
}
