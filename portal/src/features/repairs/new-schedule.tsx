import type { AmendmentQuote, ScheduledInstallment } from '@repactua/shared/contract/amendments.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'

const FEW = 6

/** Every date and amount as they will be; what changes says what it was. */
export function NewSchedule({ quote }: { quote: AmendmentQuote }) {
  const left = quote.after.filter(({ status }) => status === 'open' || status === 'partly_paid')
  if (left.length === 0) return <Card tight><p>Depois desse pagamento não falta nada. A carta de quitação sai na hora.</p></Card>
  const near = inSight(quote, left)
  return (
    <Card aria-labelledby="new-schedule">
      <h2 id="new-schedule">As parcelas depois do ajuste</h2>
      <Rows quote={quote} installments={near} />
      {near.length < left.length && <Disclosure title={`Ver todas as ${left.length} parcelas`}><Rows quote={quote} installments={left} /></Disclosure>}
    </Card>
  )
}

// A short plan stands here whole. Of a long one, what changes comes first, and the rest is one press away.
function inSight({ changed }: AmendmentQuote, left: readonly ScheduledInstallment[]): readonly ScheduledInstallment[] {
  if (left.length <= FEW) return left
  const changing = left.filter(({ number }) => changed.includes(number))
  return (changing.length > 0 ? changing : left).slice(0, FEW)
}

function Rows({ quote, installments }: { quote: AmendmentQuote; installments: readonly ScheduledInstallment[] }) {
  return (
    <ol className="rows plain-list">
      {installments.map((one) => (
        <li key={one.number} className="line">
          <span>{formatDay(one.dueOn, { year: true })}<br /><span className="small soft">Parcela {one.number}{change(quote, one)}</span></span>
          <Amount cents={one.amountCents} />
        </li>
      ))}
    </ol>
  )
}

function change({ before, changed }: AmendmentQuote, one: ScheduledInstallment): string {
  if (!changed.includes(one.number)) return ''
  const was = before.find(({ number }) => number === one.number)
  if (!was) return ', nova'
  const facts = [was.dueOn !== one.dueOn && `vencia em ${formatDay(was.dueOn)}`, was.amountCents !== one.amountCents && `era ${formatBrl(was.amountCents)}`]
  return `, ${facts.filter(Boolean).join(', ')}`
}
