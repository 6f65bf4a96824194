import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import { myProposalsQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Notice } from '../../ui/notice.tsx'

/** What became of the person's own offers: which one waits for an answer, and the way to all of them. */
export function ProposalNews() {
  const { data } = useQuery(myProposalsQuery)
  if (!data || data.data.length === 0) return null
  const waiting = data.data.find(({ decision }) => decision === 'in_review')
  return (
    <Notice icon="mail">
      <p>
        {waiting?.decideBy
          ? `${waiting.creditor.brand.name} está lendo sua proposta. A resposta vem até ${formatInstantDay(waiting.decideBy)}.`
          : 'Suas propostas e as respostas ficam guardadas aqui.'}
      </p>
      <p><Link to={paths.proposals}>Minhas propostas</Link></p>
    </Notice>
  )
}
