import { Navigate, useNavigate } from 'react-router'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { AmountQuestion } from './amount-question.tsx'
import { ProposeFrame } from './propose-frame.tsx'
import { useNegotiation } from '../use-negotiation.ts'
import { useWish } from './wish.ts'

/** The second question: something at first or, where the person wants one payment only, how much. */
export function ProposeNowPage() {
  const navigate = useNavigate()
  const negotiation = useNegotiation()
  const { creditorId } = negotiation
  const { wish, changeWish } = useWish(creditorId)
  if (!wish.single && wish.monthlyCents === undefined) return <Navigate to={paths.proposeMonth(creditorId)} replace />
  const goOn = (downPaymentCents: number | null, { dueDays }: OfferSheet): void => {
    changeWish({ downPaymentCents })
    void navigate(dueDays.length > 1 ? paths.proposeDay(creditorId) : paths.proposeCheck(creditorId))
  }
  const asked = wish.single
    ? { title: 'Quanto você consegue pagar de uma vez?', label: 'Valor único', hint: 'É um pagamento só, e com ele a dívida fica quitada.' }
    : { title: 'Você consegue dar uma entrada?', label: 'Valor da entrada', hint: 'É a primeira parcela, maior que as outras. Uma entrada encurta o acordo.' }
  return (
    <ProposeFrame negotiation={negotiation} back={paths.proposeMonth(creditorId)} title={asked.title}>
      {(sheet) => (
        <AmountQuestion key={String(wish.single)} label={asked.label} hint={asked.hint} cents={wish.downPaymentCents} onAnswer={(cents) => goOn(cents, sheet)}>
          {!wish.single && <Button secondary wide onClick={() => goOn(null, sheet)}>Sem entrada</Button>}
        </AmountQuestion>
      )}
    </ProposeFrame>
  )
}
