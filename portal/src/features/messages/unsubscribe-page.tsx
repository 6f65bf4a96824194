import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import type { Unsubscription } from '@repactua/shared/contract/message-checks.ts'
import { problemCode } from '../../lib/api-problem.ts'
import { BY_CHANNEL } from '../../lib/channel-words.ts'
import { paths } from '../../lib/paths.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { resubscribe, unsubscribe, wayOutQuery } from './requests.ts'
import { STILL_COMES, SUBJECTS } from './way-out-words.ts'

/** The way out of a message, from its foot: one press, no sign-in, and nothing told of whom it was sent to. */
export function UnsubscribePage() {
  const { token = '' } = useParams()
  const wayOut = useQuery(wayOutQuery(token))
  if (wayOut.data) return <WayOut token={token} what={wayOut.data} />
  if (!wayOut.isError) return <Loading />
  if (['not_found', 'invalid_request'].includes(problemCode(wayOut.error) ?? '')) return <BrokenLink />
  return <Page><PageTitle>Parar de receber</PageTitle><ProblemNotice error={wayOut.error} onRetry={() => void wayOut.refetch()} /></Page>
}

function WayOut({ token, what }: { token: string; what: Unsubscription }) {
  const client = useQueryClient()
  const [wasUndone, setUndone] = useState(false)
  const change = useMutation({
    mutationFn: (stop: boolean) => (stop ? unsubscribe(token) : resubscribe(token)),
    onSuccess: (after, stop) => {
      client.setQueryData(wayOutQuery(token).queryKey, after)
      setUndone(!stop)
    },
  })
  return (
    <Page>
      {what.stopped ? <Stopped what={what} /> : <Asked what={what} wasUndone={wasUndone} />}
      <StillComes purpose={what.purpose} />
      {change.isError && <ProblemNotice error={change.error} />}
      {what.stopped
        ? <Button secondary wide busy={change.isPending} onClick={() => change.mutate(false)}>Foi sem querer, quero receber</Button>
        : <Button wide busy={change.isPending} onClick={() => change.mutate(true)}>Parar de receber</Button>}
      <p className="small">Para escolher por empresa e por canal, entre e abra <Link to={paths.notices}>Seus avisos</Link>.</p>
    </Page>
  )
}

function Asked({ what: { creditorName, channel, purpose }, wasUndone }: { what: Unsubscription; wasUndone: boolean }) {
  return (
    <>
      <div className="page-head">
        <PageTitle key="asked">Parar de receber</PageTitle>
        <p className="lead" role="status">{wasUndone ? 'Pronto: você volta a receber como antes.' : 'Um toque e pronto. Não precisa entrar nem dizer por quê.'}</p>
      </div>
      <section className="stack stack-tight" aria-labelledby="para">
        <h2 id="para">O que para</h2>
        <p>{SUBJECTS[purpose]} de {creditorName} {BY_CHANNEL[channel]}. As outras empresas e os outros canais ficam como estão.</p>
      </section>
    </>
  )
}

function Stopped({ what: { creditorName, channel, purpose } }: { what: Unsubscription }) {
  return (
    <div className="page-head">
      <PageTitle key="stopped" tab="Você não recebe mais">Pronto, paramos</PageTitle>
      <p className="lead" role="status">{SUBJECTS[purpose]} de {creditorName} não chegam mais {BY_CHANNEL[channel]}.</p>
    </div>
  )
}

function StillComes({ purpose }: Pick<Unsubscription, 'purpose'>) {
  return (
    <section className="stack stack-tight" aria-labelledby="continua">
      <h2 id="continua">O que continua chegando</h2>
      <ul className="bullets">
        {STILL_COMES[purpose].map((line) => <li key={line}>{line}</li>)}
      </ul>
      <p className="small soft">Parar de receber não muda o que você deve nem os seus direitos.</p>
    </section>
  )
}

function BrokenLink() {
  return (
    <Page>
      <div className="page-head">
        <PageTitle tab="Link não reconhecido">Não reconhecemos este link</PageTitle>
        <p className="lead">Ele pode ter vindo cortado. Você também pode parar de receber em Seus avisos, depois de entrar.</p>
      </div>
      <ButtonLink wide to={paths.notices}>Entrar e abrir meus avisos</ButtonLink>
      <ButtonLink secondary wide to={paths.checkMessage}>Conferir se a mensagem é nossa</ButtonLink>
    </Page>
  )
}
