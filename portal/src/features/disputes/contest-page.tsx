import './disputes.css'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useParams } from 'react-router'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import type { Dispute } from '@repactua/shared/contract/disputes.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { myDebtsQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ContestForm } from './contest-form.tsx'

/** Contesting a debt: why, in one's own words, and what happens then. */
export function ContestPage() {
  const { debtId = '' } = useParams()
  const debts = useQuery(myDebtsQuery)
  // The debt as it was when the page was opened: once it is sent, the list calls it disputed.
  const [sent, setSent] = useState<{ debt: MyDebt; dispute: Dispute } | null>(null)
  if (sent) return <Sent {...sent} />
  if (!debts.data && debts.isError) return <Page><PageTitle>Contestar a dívida</PageTitle><ProblemNotice error={debts.error} onRetry={() => void debts.refetch()} /></Page>
  if (!debts.data) return <Loading />
  const debt = debts.data.data.find(({ id }) => id === debtId)
  if (!debt) return <Navigate to={paths.debts} replace />
  if (debt.status === 'disputed') return <Navigate to={paths.disputes} replace />
  return (
    <BrandScope color={debt.creditor.brand.color}>
      <Page>
        <BackLink to={paths.debts}>Minhas dívidas</BackLink>
        <div className="page-head">
          <PageTitle>Contestar a dívida</PageTitle>
          <p className="lead">{debtName(debt)}, com {debt.creditor.brand.name}. Depois que você envia, a cobrança fica parada enquanto a empresa não responde. É de graça e não muda seus direitos.</p>
        </div>
        <ContestForm debt={debt} onSent={(dispute) => setSent({ debt, dispute })} />
        <Disclosure title={`Prefere falar com ${debt.creditor.brand.name}?`}><CreditorContact creditor={debt.creditor} /></Disclosure>
      </Page>
    </BrandScope>
  )
}

function Sent({ debt: { creditor }, dispute: { answerBy } }: { debt: MyDebt; dispute: Dispute }) {
  return (
    <Page>
      <div className="page-head">
        <PageTitle>Recebemos sua contestação</PageTitle>
        <p className="lead">A cobrança desta dívida parou agora.</p>
      </div>
      <p>{creditor.brand.name} tem até {formatDay(answerBy, { year: true })} para responder. A resposta aparece aqui, em Minhas contestações, e avisamos por e-mail que ela chegou.</p>
      <p>Se a resposta atrasar, a cobrança continua parada. Você não precisa pagar nem assinar nada enquanto espera.</p>
      <ButtonLink wide to={paths.disputes}>Ver minhas contestações</ButtonLink>
      <ButtonLink secondary wide to={paths.debts}>Voltar às minhas dívidas</ButtonLink>
    </Page>
  )
}
