import { useNavigate } from 'react-router'
import { paths } from '../../../lib/paths.ts'
import { Button } from '../../../ui/button.tsx'
import { AmountQuestion } from './amount-question.tsx'
import { ProposeFrame } from './propose-frame.tsx'
import { useNegotiation } from '../use-negotiation.ts'
import { useWish } from './wish.ts'

/** The first question of the person's own offer: how much a month. */
export function ProposeMonthPage() {
  const navigate = useNavigate()
  const negotiation = useNegotiation()
  const { creditorId, way } = negotiation
  const { wish, changeWish } = useWish(creditorId)
  const goOn = (part: Parameters<typeof changeWish>[0]): void => {
    changeWish(part)
    void navigate(paths.proposeNow(creditorId))
  }
  return (
    <ProposeFrame negotiation={negotiation} back={way.options} title="Quanto você consegue pagar por mês?" lead="Diga um valor que caiba com folga. Nada é cobrado nem assinado agora.">
      {() => (
        <AmountQuestion label="Quanto por mês" hint="O que sobra depois das contas da casa." cents={wish.monthlyCents} onAnswer={(monthlyCents) => goOn({ monthlyCents, single: false })}>
          <Button secondary wide onClick={() => goOn({ single: true, downPaymentCents: null })}>Prefiro pagar de uma vez só</Button>
        </AmountQuestion>
      )}
    </ProposeFrame>
  )
}
