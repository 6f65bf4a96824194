import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { VOLUNTARY_CONSENT, VOLUNTARY_WARNING } from '@repactua/shared/text/voluntary-payment.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { myDebtsQuery, voluntaryDebt } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Tick } from '../../ui/term-box.tsx'
import { useDraft } from './draft.ts'

/** What it means to pay a debt that nobody may collect, and the consent to it as a step of its own. */
export function VoluntaryPage() {
  const { debtId = '' } = useParams()
  const debts = useQuery(myDebtsQuery)
  if (debts.isError) return <Page><ProblemNotice error={debts.error} onRetry={() => void debts.refetch()} /></Page>
  if (!debts.data) return <Loading />
  const debt = voluntaryDebt(debts.data, debtId)
  if (!debt) return <Navigate to={paths.debts} replace />
  return (
    <Page>
      <BackLink to={paths.debts} />
      <div className="page-head">
        <PageTitle tab="Pagamento voluntário">Você não precisa pagar esta dívida</PageTitle>
        <p className="lead">Leia com calma. Você pode fechar esta página e deixar tudo como está.</p>
      </div>
      <Warning debt={debt} />
      <Consent debtId={debt.id} />
    </Page>
  )
}

function Warning({ debt }: { debt: MyDebt }) {
  const { creditor } = debt
  return (
    <Card>
      <CreditorLine brand={creditor.brand}>
        <p><strong>{creditor.brand.name}</strong></p>
        <p className="soft small">{debtName(debt)}, venceu em {formatDay(debt.dueOn, { year: true })}</p>
      </CreditorLine>
      <ul className="bullets">
        {VOLUNTARY_WARNING.map((text) => <li key={text}>{text}</li>)}
      </ul>
      <Disclosure title="Por que ela aparece aqui?">
        <p className="soft">A empresa escolheu mostrar dívidas antigas a quem entra com o próprio CPF. O prazo desta terminou em {formatDay(debt.prescription.on, { year: true })} ({debt.prescription.source}). Ninguém vai procurar você por causa dela.</p>
      </Disclosure>
    </Card>
  )
}

// Two ways on, and neither is dressed up: to leave is as easy as to go on.
function Consent({ debtId }: { debtId: string }) {
  const navigate = useNavigate()
  const { draft, change } = useDraft(debtId)
  const [given, setGiven] = useState(draft.voluntaryConsent === true)
  const [mistake, setMistake] = useState<string | null>(null)
  const goOn = (): void => {
    if (!given) return setMistake('Para ver as opções, marque que você quer pagar por vontade própria.')
    change({ voluntaryConsent: true })
    void navigate(paths.voluntaryOptions(debtId))
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); goOn() }}>
      {mistake && <ErrorSummary mistakes={[{ fieldId: 'voluntary', text: mistake }]} />}
      <h2>Se mesmo assim você quiser pagar</h2>
      <Tick id="voluntary" checked={given} error={mistake ?? undefined} onChange={(on) => { setGiven(on); setMistake(null) }}>{VOLUNTARY_CONSENT}</Tick>
      <Button type="submit" secondary wide>Ver as opções</Button>
      <ButtonLink secondary wide to={paths.debts}>Não quero pagar</ButtonLink>
    </form>
  )
}
