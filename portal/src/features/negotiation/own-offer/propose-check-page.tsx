import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { Navigate, useNavigate } from 'react-router'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import type { MyProposal } from '@repactua/shared/contract/proposals.ts'
import { myProposalsQuery } from '../../../lib/me.ts'
import { paths } from '../../../lib/paths.ts'
import { debtName } from '../../../lib/trade-words.ts'
import { Amount } from '../../../ui/amount.tsx'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { ProblemNotice } from '../../../ui/problem-notice.tsx'
import { SummaryList, SummaryRow } from '../../../ui/summary-list.tsx'
import { proposalQuery, sendProposal } from './proposal-requests.ts'
import { ProposeFrame } from './propose-frame.tsx'
import { useNegotiation } from '../use-negotiation.ts'
import { isComplete, useWish, type Wish } from './wish.ts'
import { wishInWords } from './wish-words.ts'

const LONGEST_REASON = 280

/** All answers of the person's own offer on one page, before it is sent. */
export function ProposeCheckPage() {
  const negotiation = useNegotiation()
  const { creditorId, debtIds, sheet } = negotiation
  const { wish, changeWish } = useWish(creditorId)
  const { send, isError, error, isPending } = useSend(debtIds)
  if (!isComplete(wish)) return <Navigate to={paths.proposeMonth(creditorId)} replace />
  return (
    <ProposeFrame negotiation={negotiation} back={sheet.data && sheet.data.dueDays.length > 1 ? paths.proposeDay(creditorId) : paths.proposeNow(creditorId)} title="Confira sua proposta" lead="Enviar não assina nada. Você vê a resposta e decide depois.">
      {(sheet) => (
        <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); send(wish) }}>
          {isError && <ProblemNotice error={error} />}
          <Card aria-label="Suas respostas"><Answers sheet={sheet} wish={wish} /></Card>
          <Field
            id="reason" label="Quer contar o motivo? (opcional)" hint="A empresa lê. Não escreva dados de saúde nem números de documentos." maxLength={LONGEST_REASON}
            value={wish.reason ?? ''} onChange={(event) => changeWish({ reason: event.target.value })}
          />
          <Replaced debtIds={debtIds} />
          <Button type="submit" wide busy={isPending}>Enviar proposta</Button>
          <ButtonLink secondary wide to={paths.options(creditorId)}>Agora não</ButtonLink>
        </form>
      )}
    </ProposeFrame>
  )
}

/** Says that an offer which still waits for its answer ends with this one. */
function Replaced({ debtIds }: { debtIds: readonly string[] }) {
  const waiting = useQuery(myProposalsQuery).data?.data.find(({ decision, debts }) => decision === 'in_review' && debts.some(({ id }) => debtIds.includes(id)))
  if (!waiting) return null
  return <Notice><p>Você tem uma proposta em análise, de {wishInWords(waiting.wish)}. Se enviar esta, só a nova fica valendo.</p></Notice>
}

function useSend(debtIds: readonly string[]) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  const { mutate, isError, error, isPending } = useMutation({ mutationFn: (wish: Wish) => sendProposal(debtIds, { ...wish, reason: wish.reason?.trim() ?? '' }) })
  const show = (answer: MyProposal): void => {
    queryClient.setQueryData(proposalQuery(answer.id).queryKey, answer)
    void queryClient.invalidateQueries({ queryKey: myProposalsQuery.queryKey, exact: true })
    void navigate(paths.proposal(answer.id), { replace: true })
  }
  // A double press is one offer, also where the second comes before the page has been drawn anew.
  const sending = useRef(false)
  const send = (wish: Wish): void => {
    if (sending.current) return
    sending.current = true
    mutate(wish, { onSuccess: show, onSettled: () => { sending.current = false } })
  }
  return { send, isError, error, isPending }
}

function Answers({ sheet, wish }: { sheet: OfferSheet; wish: Wish }) {
  const { creditor, debts, dueDays } = sheet
  return (
    <SummaryList>
      <SummaryRow name="Dívida" {...(debts.length > 1 && { changeAt: paths.chooseDebts(creditor.id) })}>
        {creditor.brand.name}
        <br />
        <span className="small">{debts.length === 1 ? debts.map(debtName).join('') : `${debts.length} dívidas`}</span>
      </SummaryRow>
      <SummaryRow name="Valor hoje"><Amount cents={sheet.balanceCents} /></SummaryRow>
      {!wish.single && <SummaryRow name="Por mês" changeAt={paths.proposeMonth(creditor.id)}><Amount cents={wish.monthlyCents ?? 0} /></SummaryRow>}
      <SummaryRow name={wish.single ? 'De uma vez' : 'Entrada'} changeAt={paths.proposeNow(creditor.id)}>
        {wish.downPaymentCents ? <Amount cents={wish.downPaymentCents} /> : 'Sem entrada'}
      </SummaryRow>
      <SummaryRow name="Vencimento" {...(dueDays.length > 1 && { changeAt: paths.proposeDay(creditor.id) })}>Dia {wish.dueDay ?? sheet.dueDay}</SummaryRow>
    </SummaryList>
  )
}
