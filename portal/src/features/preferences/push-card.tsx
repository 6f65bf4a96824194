import { useQuery, useQueryClient } from '@tanstack/react-query'
import { isApiProblem } from '../../lib/api-problem.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { readPushState, subscribeBrowser, unsubscribeBrowser, type PushState } from './push.ts'
import { dropSubscription, keepSubscription, pushKeyQuery } from './requests.ts'
import { useChange } from './use-change.ts'

const PUSH_STATE = ['push-state']

/** Pushes in this one browser: off until a button is pressed, and off again by another. Nothing where this installation sends none. */
export function PushCard({ endpoints }: { endpoints: readonly string[] }) {
  const { data: key } = useQuery(pushKeyQuery)
  const { data: state } = useQuery({ queryKey: PUSH_STATE, queryFn: readPushState, gcTime: 0, staleTime: 0 })
  if (!key || !state) return null
  return (
    <Card aria-labelledby="neste-aparelho">
      <h2 id="neste-aparelho">Avisos neste aparelho</h2>
      <Stage state={state} endpoints={endpoints} publicKey={key.publicKey} />
    </Card>
  )
}

function Stage({ state, endpoints, publicKey }: { state: PushState; endpoints: readonly string[]; publicKey: string }) {
  if (state.kind === 'unsupported') return <p>Este navegador não mostra avisos. Não faz falta: os outros canais continuam como você escolheu.</p>
  if (state.kind === 'blocked') return <p>Este navegador está bloqueando os avisos do portal. Se mudar de ideia, libere as notificações deste endereço nas configurações dele e volte aqui.</p>
  // A browser may still hold what somebody else turned on: only what stands under this person counts.
  return state.endpoint && endpoints.includes(state.endpoint) ? <On endpoint={state.endpoint} /> : <Off publicKey={publicKey} />
}

function Off({ publicKey }: { publicKey: string }) {
  const refresh = useRefresh()
  const turnOn = useChange(async (_press: void) => {
    const subscription = await subscribeBrowser(publicKey).finally(refresh)
    return subscription && keepSubscription(subscription).finally(refresh)
  })
  return (
    <>
      <p>Um aviso curto na tela quando houver novidade. Ele não diz valor nem assunto: quem olhar para o seu aparelho não sabe do que se trata.</p>
      {turnOn.data === null && <p className="soft" role="status">Tudo bem, nada foi ligado.</p>}
      {turnOn.isError && <NotOn error={turnOn.error} />}
      <Button secondary busy={turnOn.isPending} onClick={() => turnOn.mutate()}>Ligar avisos neste aparelho</Button>
    </>
  )
}

function On({ endpoint }: { endpoint: string }) {
  const refresh = useRefresh()
  const turnOff = useChange(async (_press: void) => {
    const choices = await dropSubscription(endpoint)
    await unsubscribeBrowser().finally(refresh)
    return choices
  })
  return (
    <>
      <p role="status">Os avisos estão ligados neste aparelho.</p>
      {turnOff.isError && <ProblemNotice error={turnOff.error} />}
      <Button secondary busy={turnOff.isPending} onClick={() => turnOff.mutate()}>Desligar neste aparelho</Button>
    </>
  )
}

// The browser may fail by itself: no push service, a private window.
function NotOn({ error }: { error: Error }) {
  if (isApiProblem(error)) return <ProblemNotice error={error} />
  return <Notice tone="warning" role="alert"><p>O navegador não conseguiu ligar os avisos agora. Os outros canais continuam como você escolheu.</p></Notice>
}

function useRefresh() {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: PUSH_STATE })
}
