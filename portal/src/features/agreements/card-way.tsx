import { useMutation } from '@tanstack/react-query'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import { Button } from '../../ui/button.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { openCardCheckout } from './requests.ts'

/** A way to pay an installment by card, on a page of the card's provider: no card is ever typed in here. */
export function CardWay({ agreement, installment }: { agreement: Agreement; installment: Installment }) {
  const checkout = useMutation({
    mutationFn: () => openCardCheckout(agreement.id, installment.number),
    onSuccess: ({ url }) => globalThis.location.assign(url),
  })
  return (
    <Disclosure title="Prefiro pagar com cartão">
      <div className="pix">
        <p className="small">Você digita o cartão na página segura da operadora, nunca aqui. O valor é o mesmo. Quando o pagamento for confirmado, ele aparece nesta página.</p>
        <Button secondary wide busy={checkout.isPending || checkout.isSuccess} onClick={() => checkout.mutate()}>Ir para a página do cartão</Button>
        {checkout.isError && <ProblemNotice error={checkout.error} />}
      </div>
    </Disclosure>
  )
}
