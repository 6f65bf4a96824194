import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { myAgreementsQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { planInWords } from '../../lib/plan-words.ts'
import { AGREEMENT_WORDS } from '../../lib/trade-words.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { listedAgreements } from './listed-agreements.ts'
import { askedToday, nextInstallment } from './next-installment.ts'
import { YearlyStatements } from './yearly-statements.tsx'

/** The agreements of this person, newest first. */
export function AgreementsPage() {
  const agreements = useQuery(myAgreementsQuery)
  if (agreements.isError) return <Page><PageTitle>Meus acordos</PageTitle><ProblemNotice error={agreements.error} onRetry={() => void agreements.refetch()} /></Page>
  if (!agreements.data) return <Loading />
  const data = listedAgreements(agreements.data.data)
  return (
    <Page wide>
      <div className="page-head">
        <PageTitle>Meus acordos</PageTitle>
        {data.length === 0 && <p className="lead">Você ainda não tem acordo aqui. Quando assinar um, ele aparece nesta página com todas as datas.</p>}
      </div>
      {data.length === 0 && <ButtonLink to={paths.debts}>Ver minhas dívidas</ButtonLink>}
      <div className="card-grid">
        {data.map((agreement) => <AgreementCard key={agreement.id} agreement={agreement} />)}
      </div>
      <YearlyStatements />
    </Page>
  )
}

function AgreementCard({ agreement }: { agreement: Agreement }) {
  const { creditor, status } = agreement
  const next = agreement.can.pay.ok ? nextInstallment(agreement) : null
  return (
    <Card as="article" aria-labelledby={`${agreement.id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h2 id={`${agreement.id}-name`}>{creditor.brand.name}</h2>
        <p className="soft small">{planInWords(agreement)}</p>
      </CreditorLine>
      <p><span className={`tag ${next || status === 'settled' || status === 'awaiting_signature' ? '' : 'tag-quiet'}`}>{AGREEMENT_WORDS[status]}</span></p>
      {next && <p className="line"><span className="soft">{next.overdueDays > 0 ? 'Venceu em' : 'Próxima,'} {formatDay(next.dueOn)}</span><Amount cents={askedToday(next)} size="l" /></p>}
      {status === 'settled' && <p className="soft">Você pagou <span className="money">{formatBrl(agreement.paidCents)}</span>.</p>}
      <ButtonLink wide secondary={!next && status !== 'awaiting_signature'} to={paths.agreement(agreement.id)}>
        {status === 'awaiting_signature' ? 'Ler e assinar' : 'Ver acordo'}<span className="visually-hidden"> com {creditor.brand.name}</span>
      </ButtonLink>
    </Card>
  )
}
