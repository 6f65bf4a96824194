import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { MyProfile, ProfileReview } from '@repactua/shared/contract/profile-reviews.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Button } from '../../ui/button.tsx'
import { TextArea } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { askForReview, profilesQuery } from './requests.ts'

/** A person at the creditor looks at the profile where that is asked for (LGPD 20): what was asked, until when it is answered, the answer. */
export function ReviewPart({ profile: { creditor, review, reviewText, can } }: { profile: MyProfile }) {
  const [isAsking, setAsking] = useState(false)
  const { name } = creditor.brand
  return (
    <>
      {review && <Stand review={review} name={name} />}
      {can.askForReview.ok && (isAsking
        ? <AskForm creditorId={creditor.id} text={reviewText} onEnd={() => setAsking(false)} />
        : <Button secondary onClick={() => setAsking(true)}>Pedir que uma pessoa reveja<span className="visually-hidden"> meu histórico com {name}</span></Button>)}
    </>
  )
}

const OUTCOMES: Record<Exclude<ProfileReview['status'], 'open'>, string> = {
  kept: 'olhou seu histórico e manteve como está.',
  changed: 'olhou seu histórico e mudou o que estava aqui.',
}

function Stand({ review: { status, statement, answer, answerBy, createdAt }, name }: { review: ProfileReview; name: string }) {
  return (
    <Notice icon={status === 'open' ? 'calendar' : 'mail'} role="status">
      <p>{status === 'open' ? `Você pediu em ${formatInstantDay(createdAt)} que uma pessoa reveja. A resposta vem até ${formatDay(answerBy, { year: true })}.` : `Uma pessoa de ${name} ${OUTCOMES[status]}`}</p>
      {answer && <blockquote className="answer"><p>{answer}</p></blockquote>}
      {statement && <p className="small soft">Você disse: “{statement}”</p>}
    </Notice>
  )
}

function AskForm({ creditorId, text, onEnd }: { creditorId: string; text: string; onEnd: () => void }) {
  const client = useQueryClient()
  const [statement, setStatement] = useState('')
  const said = statement.trim()
  const ask = useMutation({
    mutationFn: () => askForReview(creditorId, said === '' ? {} : { statement: said }),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: profilesQuery.queryKey })
      onEnd()
    },
  })
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); ask.mutate() }}>
      <p className="small">{text}</p>
      <TextArea id={`${creditorId}-statement`} label="O que a empresa deve saber (se quiser)" hint="Por exemplo, um atraso que não foi culpa sua." rows={4} maxLength={2_000} value={statement} onChange={(event) => setStatement(event.target.value)} />
      {ask.isError && <ProblemNotice error={ask.error} />}
      <Button type="submit" wide busy={ask.isPending}>Enviar pedido</Button>
      <Button secondary wide onClick={onEnd}>Agora não</Button>
    </form>
  )
}
