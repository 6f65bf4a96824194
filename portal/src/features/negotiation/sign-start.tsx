import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ErrorSummary, type FieldMistake } from '../../ui/error-summary.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AcceptTick, TermBox } from '../../ui/term-box.tsx'
import { drawnAgreementQuery, type DrawnAgreement } from './requests.ts'

/** The exact term, the one tick, and the two ways on: sign, or not now. */
export function SignStart({ drawn }: { drawn: DrawnAgreement }) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const [opened, setOpened] = useState(false)
  const [accepted, setAccepted] = useState(false)
  const [mistakes, setMistakes] = useState<FieldMistake[]>([])
  const agreement = useQuery(drawnAgreementQuery(drawn, opened))
  const goOn = (): void => {
    const found = findMistakes(accepted, agreement.data !== undefined)
    setMistakes(found)
    if (!agreement.data) setOpened(true)
    if (found.length > 0 || !agreement.data) return
    queryClient.setQueryData(agreementQuery(agreement.data.id).queryKey, agreement.data)
    void navigate(paths.sign(agreement.data.id), { state: { accepted: true } })
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); goOn() }}>
      <ErrorSummary mistakes={mistakes} />
      <Card tight aria-labelledby="term-title">
        <h2 id="term-title">Termo do acordo</h2>
        <p className="soft">É o texto exato que você assina. Depois fica aqui para baixar.</p>
        <Disclosure title="Ler o termo do acordo" open={opened} onToggle={setOpened}>
          {agreement.isError && <ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} />}
          {agreement.data ? <TermBox text={agreement.data.term.text} /> : <p role="status" className="soft">{agreement.isFetching && 'Preparando o termo'}</p>}
        </Disclosure>
      </Card>
      <AcceptTick id="accept" checked={accepted} error={mistakes.find(({ fieldId }) => fieldId === 'accept')?.text} onChange={(on) => { setAccepted(on); setMistakes([]) }} />
      <Button type="submit" wide busy={agreement.isFetching}>Assinar com código</Button>
      <ButtonLink secondary wide to={paths.debts}>Agora não</ButtonLink>
    </form>
  )
}

function findMistakes(accepted: boolean, termShown: boolean): FieldMistake[] {
  if (!termShown) return [{ fieldId: 'term', text: 'Leia o termo do acordo, que acabou de abrir, e confirme outra vez.' }]
  return accepted ? [] : [{ fieldId: 'accept', text: 'Marque que você leu o termo e aceita assinar por código.' }]
}
