import type { AmendmentQuote, ScheduledInstallment } from '@repactua/shared/contract/amendments.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'

/** Every date and amount as they will be; what changes says what it was. */
export function NewSchedule({ quote }: { quote: AmendmentQuote }) {
  const left = quote.after.filter(({ status }) => status === 'open' || status === 'partly_paid')
  if (left.length === 0) return <Card tight><p>Depois desse pagamento não falta nada. A carta de quitação sai na hora.</p></Card>
  return (
    <Card aria-labelledby="new-schedule">
      <h2 id="new-schedule">As parcelas depois do ajuste</h2>
      <ol className="rows plain-list">
        {left.map((one) => (
          <li key={one.number} className="line">
            <span>{formatDay(one.dueOn, { year: true })}<br /><span className="small soft">Parcela {one.number}{change(quote, one)}</span></span>
            <Amount cents={one.amountCents} />
          </li>
        ))}
      </ol>
    </Card>
  )
}

function change({ before, changed }: AmendmentQuote, one: ScheduledInstallment): string {
  if (!changed.includes(one.number)) return ''
  const was = before.find(({ number }) => number === one.number)
  if (!was) return ', nova'
  const facts = [was.dueOn !== one.dueOn && `vencia em ${formatDay(was.dueOn)}`, was.amountCents !== one.amountCents && `era ${formatBrl(was.amountCents)}`]
  return `, ${facts.filter(Boolean).join(', ')}`
}
