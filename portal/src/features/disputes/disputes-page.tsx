import './disputes.css'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import type { MyDispute } from '@repactua/shared/contract/disputes.ts'
import { myDisputesQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorLine } from '../../ui/creditor-badge.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { REASONS, standInWords, TAGS } from './dispute-words.ts'
import { takeBack } from './requests.ts'

/** Everything that this person contested, newest first, with the answers. */
export function DisputesPage() {
  const disputes = useQuery(myDisputesQuery)
  if (!disputes.data && disputes.isError) return <Page><PageTitle>Minhas contestações</PageTitle><ProblemNotice error={disputes.error} onRetry={() => void disputes.refetch()} /></Page>
  if (!disputes.data) return <Loading />
  const { data } = disputes.data
  return (
    <Page wide>
      <BackLink to={paths.debts}>Minhas dívidas</BackLink>
      <div className="page-head">
        <PageTitle>Minhas contestações</PageTitle>
        {data.length === 0 && <p className="lead">Você não contestou nenhuma dívida. Se não concordar com uma, toque em “Não concordo com esta dívida”, logo abaixo dela.</p>}
      </div>
      {data.length === 0 && <ButtonLink to={paths.debts}>Ver minhas dívidas</ButtonLink>}
      <div className="card-grid">
        {data.map((dispute) => <DisputeCard key={dispute.id} dispute={dispute} />)}
      </div>
    </Page>
  )
}

function DisputeCard({ dispute }: { dispute: MyDispute }) {
  const { id, creditor, debt, reason, status, statement, answer, createdAt } = dispute
  return (
    <Card as="article" aria-labelledby={`${id}-name`}>
      <CreditorLine brand={creditor.brand}>
        <h2 id={`${id}-name`}>{creditor.brand.name}</h2>
        <p className="soft small">{debtName(debt)}</p>
      </CreditorLine>
      <p><span className={`tag ${status === 'open' ? '' : 'tag-quiet'}`}>{TAGS[status]}</span></p>
      <p>{standInWords(dispute)}</p>
      {answer && <blockquote className="answer"><p className="small soft">Resposta de {creditor.brand.name}</p><p>{answer}</p></blockquote>}
      <p className="soft small">Em {formatInstantDay(createdAt)} você disse: {REASONS[reason].title.toLowerCase()}. “{statement}”</p>
      {status === 'open' && <TakeBack dispute={dispute} />}
    </Card>
  )
}

function TakeBack({ dispute: { id, creditor } }: { dispute: MyDispute }) {
  const client = useQueryClient()
  const undo = useMutation({ mutationFn: () => takeBack(id), onSuccess: () => client.invalidateQueries({ queryKey: ['me'] }) })
  return (
    <>
      {undo.isError && <ProblemNotice error={undo.error} />}
      <p className="small">Mudou de ideia? Se você retirar a contestação, a dívida volta para a sua lista e pode ser cobrada de novo.</p>
      <Button secondary busy={undo.isPending} onClick={() => undo.mutate()}>Retirar a contestação<span className="visually-hidden"> com {creditor.brand.name}</span></Button>
    </>
  )
}
