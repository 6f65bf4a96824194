import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { formatInstantDay } from '../../../lib/printed-figures.ts'
import { paths } from '../../../lib/paths.ts'
import { BrandScope } from '../../../ui/brand-scope.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { CreditorContact } from '../../../ui/creditor-contact.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../../ui/page.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { SummaryList, SummaryRow } from '../../../ui/summary-list.tsx'
import { AnsweredPlan } from './answered-plan.tsx'
import { PROPOSAL_TITLES } from './proposal-words.ts'
import { proposalQuery } from './proposal-requests.ts'
import { wishInWords, worksInWords } from './wish-words.ts'

/** The answer to the person's own offer: what it is, why, and the one thing to do next. */
export function ProposalPage() {
  const { id = '' } = useParams()
  const proposal = useQuery(proposalQuery(id))
  if (proposal.isError) return <Page><BackLink to={paths.proposals} /><PageTitle>Sua proposta</PageTitle><ProblemNotice error={proposal.error} onRetry={() => void proposal.refetch()} /></Page>
  if (!proposal.data) return <Loading />
  const { creditor, decision, reasons, note } = proposal.data
  return (
    <BrandScope color={creditor.brand.color}>
      <Page>
        <BackLink to={paths.proposals}>Minhas propostas</BackLink>
        <div className="page-head">
          <p className="eyebrow">Sua proposta para {creditor.brand.name}</p>
          <PageTitle tab="Sua proposta">{PROPOSAL_TITLES[decision]}</PageTitle>
          {reasons.map(({ code, text }) => <p key={code} className="lead">{text}</p>)}
        </div>
        {note && <Notice icon="mail"><p><strong>{creditor.brand.name} escreveu:</strong></p><p>{note}</p></Notice>}
        <Answer proposal={proposal.data} />
      </Page>
    </BrandScope>
  )
}

function Answer({ proposal }: { proposal: MyProposal }) {
  if (proposal.decision === 'in_review') return <Waiting proposal={proposal} />
  if (proposal.offerSheet) return <AnsweredPlan proposal={proposal} sheet={proposal.offerSheet} />
  return <NotTaken proposal={proposal} />
}

function Waiting({ proposal }: { proposal: MyProposal }) {
  return (
    <>
      <Card aria-label="Sua proposta">
        <SummaryList>
          <SummaryRow name="Você propôs">{wishInWords(proposal.wish)}</SummaryRow>
          {proposal.decideBy && <SummaryRow name="A resposta vem até">{formatInstantDay(proposal.decideBy)}</SummaryRow>}
        </SummaryList>
      </Card>
      <p className="soft">Avisamos por e-mail quando houver resposta. Ela também fica aqui, em Minhas propostas. Enquanto isso, as opções de hoje continuam à sua disposição.</p>
      <ButtonLink wide to={paths.debts}>Voltar para as minhas dívidas</ButtonLink>
      <ButtonLink secondary wide to={paths.options(proposal.creditor.id)}>Ver as opções de hoje</ButtonLink>
    </>
  )
}

function NotTaken({ proposal }: { proposal: MyProposal }) {
  const { creditor, wish, works } = proposal
  return (
    <>
      <Card aria-label="Sua proposta">
        <SummaryList>
          <SummaryRow name="Você propôs">{wishInWords(wish)}</SummaryRow>
          {works && <SummaryRow name="O que seria aceito">{worksInWords(works)}</SummaryRow>}
        </SummaryList>
      </Card>
      <p className="soft">Proponha só o que cabe no seu mês. Se preferir conversar, fale com a empresa:</p>
      <CreditorContact creditor={creditor} />
      <ButtonLink wide to={paths.proposeMonth(creditor.id)}>Fazer outra proposta</ButtonLink>
      <ButtonLink secondary wide to={paths.options(creditor.id)}>Ver as opções de hoje</ButtonLink>
    </>
  )
}
