import { useQuery } from '@tanstack/react-query'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { myProposalsQuery } from '../../../lib/me.ts'
import { paths } from '../../../lib/paths.ts'
import { formatInstantDay } from '../../../lib/printed-figures.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { CreditorLine } from '../../../ui/creditor-badge.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../../ui/page.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { PROPOSAL_TAGS } from './proposal-words.ts'
import { wishInWords } from './wish-words.ts'

/** Every offer that this person made, newest first. */
export function ProposalsPage() {
  const proposals = useQuery(myProposalsQuery)
  if (proposals.isError) return <Page><PageTitle>Minhas propostas</PageTitle><ProblemNotice error={proposals.error} onRetry={() => void proposals.refetch()} /></Page>
  if (!proposals.data) return <Loading />
  const { data } = proposals.data
  return (
    <Page wide>
      <BackLink to={paths.debts}>Minhas dívidas</BackLink>
      <div className="page-head">
        <PageTitle>Minhas propostas</PageTitle>
        {data.length === 0 && <p className="lead">Você ainda não fez propostas. Elas começam na página de opções de cada dívida.</p>}
      </div>
      {data.length === 0 && <ButtonLink to={paths.debts}>Ver minhas dívidas</ButtonLink>}
      <div className="card-grid">
        {data.map((proposal) => <ProposalCard key={proposal.id} proposal={proposal} />)}
      </div>
    </Page>
  )
}

function ProposalCard({ proposal }: { proposal: MyProposal }) {
  const { id, creditor, createdAt, decision, decideBy, wish } = proposal
  const waits = decision === 'in_review'
  return (
    <Card as="article" aria-labelledby={`${id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h2 id={`${id}-name`}>{creditor.brand.name}</h2>
        <p className="soft small">{wishInWords(wish)}</p>
      </CreditorLine>
      <p><span className={`tag ${decision === 'refused' || decision === 'lapsed' ? 'tag-quiet' : ''}`}>{PROPOSAL_TAGS[decision]}</span></p>
      <p className="soft">{waits && decideBy ? `Resposta até ${formatInstantDay(decideBy)}` : `Feita em ${formatInstantDay(createdAt)}`}</p>
      <ButtonLink wide secondary to={paths.proposal(id)}>Ver a resposta<span className="visually-hidden"> de {creditor.brand.name}, {wishInWords(wish)}</span></ButtonLink>
    </Card>
  )
}
