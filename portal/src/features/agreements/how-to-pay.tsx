import { useState } from 'react'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import { Disclosure } from '../../ui/disclosure.tsx'
import { PayCard } from './pay-card.tsx'
import { PendingCard } from './pending-card.tsx'
import { Received } from './received.tsx'

/**
 * What to pay next, and how. Who chose to pay early sees that first; the next installment alone stays one press away. An
 * installment that is paid while its code stands here says so in its place, until the person goes on to the next one.
 */
export function HowToPay({ agreement, next }: { agreement: Agreement; next: Installment | null }) {
  const [shown, setShown] = useState(next)
  if (!next || !agreement.can.pay.ok) return null
  const isReceived = agreement.installments.some(({ number, status }) => number === shown?.number && status === 'paid')
  if (!isReceived && shown !== next) setShown(next)
  const received = isReceived && <Received next={next} onNext={() => setShown(next)} />
  const one = <PayCard agreement={agreement} installment={isReceived && shown ? shown : next}>{received}</PayCard>
  if (!agreement.pendingPayment) return one
  return (
    <>
      <PendingCard agreement={agreement} pending={agreement.pendingPayment} />
      <Disclosure title="Prefiro pagar só a próxima parcela">{one}</Disclosure>
    </>
  )
}
