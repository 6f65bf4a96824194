import { useLayoutEffect, useRef } from 'react'
import type { Installment } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { askedToday } from './next-installment.ts'

/** Stands where the Pix code stood, as soon as what it asked for has come. */
export function Received({ next, onNext }: { next: Installment; onNext: () => void }) {
  const heading = useRef<HTMLHeadingElement>(null)
  // The button that had the focus is gone; a reader goes on from here, and nobody else is moved.
  useLayoutEffect(() => {
    if (heading.current?.parentElement?.parentElement?.contains(document.activeElement)) heading.current.focus({ preventScroll: true })
  }, [])
  return (
    <div className="received">
      <span className="received-mark"><Icon name="check" /></span>
      <h3 ref={heading} tabIndex={-1}>Pagamento recebido</h3>
      <p>Esta parcela está paga. O recibo já está em Seus pagamentos.</p>
      <p className="soft">A próxima é de <Amount cents={askedToday(next)} />, até {formatDay(next.dueOn, { year: true })}.</p>
      <Button secondary onClick={onNext}>Ver a próxima parcela</Button>
    </div>
  )
}
