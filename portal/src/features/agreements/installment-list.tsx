import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { counted } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icons.tsx'
import { itemInWords } from './charge-items.tsx'
import { livingInstallments } from './living-installments.ts'

const SHOWN_AT_FIRST = 4

/** Every installment with its day, its amount and how it stands. The next few first, the rest one press away. */
export function InstallmentList({ agreement, next }: { agreement: Agreement; next: Installment | null }) {
  const installments = livingInstallments(agreement)
  const from = Math.max(0, Math.min(installments.findIndex(({ number }) => number === next?.number), installments.length - SHOWN_AT_FIRST))
  const near = installments.slice(from, from + SHOWN_AT_FIRST)
  const paid = installments.filter(({ status }) => status === 'paid').length
  return (
    <Card aria-labelledby="installments">
      <h2 id="installments">{installments.length === 1 ? 'Seu pagamento' : 'Suas parcelas'}</h2>
      {installments.length > 1 && (
        <div className="stack stack-tight">
          <progress className="bar" max={installments.length} value={paid} aria-label="Parcelas pagas" />
          <p className="small soft">{counted(paid, 'parcela paga', 'parcelas pagas')} de {installments.length}. Pago até agora: <span className="money">{formatBrl(agreement.paidCents)}</span></p>
        </div>
      )}
      <Rows installments={near} next={next} />
      {agreement.can.pay.ok && agreement.kind === 'installments' && installments.some(({ dueOn }) => Number(dueOn.slice(8)) !== agreement.dueDay) && (
        <p className="small soft">Datas que caem em dia sem banco já estão no próximo dia útil.</p>
      )}
      {installments.length > near.length && (
        <Disclosure title={`Ver todas as ${installments.length} parcelas`}>
          <Rows installments={installments} next={next} />
        </Disclosure>
      )}
    </Card>
  )
}

function Rows({ installments, next }: { installments: readonly Installment[]; next: Installment | null }) {
  return (
    <ol className="rows dates">
      {installments.map((installment) => (
        <Row key={installment.number} installment={installment} isNext={installment.number === next?.number} />
      ))}
    </ol>
  )
}

function Row({ installment, isNext }: { installment: Installment; isNext: boolean }) {
  const { status, dueOn, amountCents, late } = installment
  return (
    <li>
      <span className={`dot dot-${isNext ? 'next' : status}`} aria-hidden="true">{status === 'paid' && <Icon name="check" />}</span>
      <span>
        {formatDay(dueOn)}
        <br />
        <span className="small soft">{dueOn.slice(0, 4)}, {standing(installment, isNext)}</span>
        {late && <><br /><span className="small soft">{late.items.map(itemInWords).join(', ')}</span></>}
      </span>
      <Amount cents={late?.amountCents ?? amountCents} />
    </li>
  )
}

function standing({ status, paidCents, number, overdueDays }: Installment, isNext: boolean): string {
  if (overdueDays > 0) return `parcela ${number}, venceu há\u00a0${counted(overdueDays, 'dia', 'dias').replace(' ', '\u00a0')}`
  if (status === 'paid') return `parcela ${number}, paga`
  if (status === 'cancelled') return `parcela ${number}, cancelada`
  if (status === 'partly_paid') return `parcela ${number}, paga em parte: ${formatBrl(paidCents)}`
  return isNext ? `parcela ${number}, a próxima` : `parcela ${number}`
}
