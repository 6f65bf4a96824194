import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Button } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { pause, resume } from './requests.ts'
import { useChange } from './use-change.ts'

/** A break from every company at once, which ends by itself. */
export function PauseCard({ pausedUntil }: { pausedUntil: string | null }) {
  const change = useChange((paused: boolean) => (paused ? pause() : resume()))
  return (
    <Card aria-labelledby="pausa">
      <h2 id="pausa">Uma pausa</h2>
      {change.isError && <ProblemNotice error={change.error} />}
      {pausedUntil ? (
        <>
          <p role="status">Mensagens sobre dívidas e ofertas estão em pausa até {formatInstantDay(pausedUntil)}. Depois voltam sozinhas, como você escolheu abaixo.</p>
          <Button secondary busy={change.isPending} onClick={() => change.mutate(false)}>Voltar a receber agora</Button>
        </>
      ) : (
        <>
          <p>Precisa de um tempo? Por 30 dias ninguém escreve nem liga sobre dívidas e ofertas. As ofertas continuam aqui quando você quiser ver.</p>
          <Button secondary busy={change.isPending} onClick={() => change.mutate(true)}>Pausar por 30 dias</Button>
        </>
      )}
    </Card>
  )
}
