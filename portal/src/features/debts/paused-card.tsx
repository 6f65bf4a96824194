import { Link } from 'react-router'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Card } from '../../ui/card.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Standing } from './standing.tsx'

/** A debt that nobody collects for now: contested by the person, or paused by the company. No amount stands here. */
export function PausedCard({ debt: { id, creditor, status, ...debt } }: { debt: MyDebt }) {
  return (
    <Card as="article" aria-labelledby={`${id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h3 id={`${id}-name`}>{creditor.brand.name}</h3>
        <p className="soft small">{debtName(debt)}</p>
      </CreditorLine>
      <Standing debt={debt} />
      {status === 'disputed' ? (
        <>
          <p>Você contestou esta dívida, e a empresa vai responder. Não precisa pagar nada por ela agora.</p>
          <p><Link to={paths.disputes}>Ver minha contestação</Link></p>
        </>
      ) : (
        <>
          <p>{creditor.brand.name} pausou a cobrança desta dívida. Você não precisa fazer nada agora.</p>
          <Disclosure title="Quero saber o motivo"><CreditorContact creditor={creditor} /></Disclosure>
        </>
      )}
    </Card>
  )
}
