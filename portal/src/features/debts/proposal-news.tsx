import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { myProposalsQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Notice } from '../../ui/notice.tsx'

/** What became of the person's own offers: which one waits or was answered by somebody, and the way to all of them. */
export function ProposalNews({ open }: { open: readonly MyDebt[] }) {
  const { data } = useQuery(myProposalsQuery)
  if (!data || data.data.length === 0) return null
  const words = newsOf(data.data.find(({ debts }) => debts.some(({ id }) => open.some((debt) => debt.id === id))))
  const all = <p><Link to={paths.proposals}>Minhas propostas</Link></p>
  return words ? <Notice icon="mail"><p>{words}</p>{all}</Notice> : all
}

// An answer that came at once has been read; one that somebody took days for is news.
function newsOf(newest: MyProposal | undefined): string | null {
  if (!newest?.decideBy || newest.decision === 'lapsed') return null
  const { creditor, decision, decideBy } = newest
  if (decision !== 'in_review') return `${creditor.brand.name} respondeu sua proposta.`
  return `${creditor.brand.name} está lendo sua proposta. A resposta vem até ${formatInstantDay(decideBy)}.`
}
