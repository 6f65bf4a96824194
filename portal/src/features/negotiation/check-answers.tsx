import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'
import { formatDate, formatDay } from '@repactua/shared/time/local-date.ts'
import { planInWords } from '../../lib/plan-words.ts'
import { formatCet } from '../../lib/printed-figures.ts'
import { debtName } from '../../lib/trade-words.ts'
import { Amount } from '../../ui/amount.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { benefitsInWords, earlyPaymentInWords, firstDueOn } from './option-words.ts'
import type { Way } from './way.ts'

const MOST_NAMES = 3

interface CheckAnswersProps {
  sheet: OfferSheet
  option: OfferOption
  way: Way
}

/** All answers with the way to change each, and what the plan costs with its parts. */
export function CheckAnswers({ sheet, option, way }: CheckAnswersProps) {
  const { creditor, debts } = sheet
  const early = earlyPaymentInWords(option)
  return (
    <SummaryList>
      <SummaryRow name="Dívida" changeAt={way.start}>
        {creditor.brand.name}
        <br />
        <span className="small">{debts.length <= MOST_NAMES ? debts.map(debtName).join('; ') : `${debts.length} dívidas`}</span>
      </SummaryRow>
      <SummaryRow name="Pagamento" changeAt={way.options}>{planInWords(option)}</SummaryRow>
      <SummaryRow name="Vencimento" changeAt={way.options}>
        {dueInWords(sheet, option)}
        <br />
        <span className="small soft">Em dia sem banco, vale o próximo dia útil.</span>
      </SummaryRow>
      <SummaryRow name="Total do acordo"><Amount cents={option.totalCents} /></SummaryRow>
      {!sheet.voluntary && <SummaryRow name="Valor de hoje, sem o acordo"><Amount cents={sheet.balanceCents} /></SummaryRow>}
      {option.savingCents > 0 && <SummaryRow name="Você economiza"><Amount cents={option.savingCents} /></SummaryRow>}
      <SummaryRow name="Juros do parcelamento">{option.interestCents === 0 ? 'Sem juros' : <><Amount cents={option.interestCents} />, a {formatBps(option.monthlyRateBps)} ao mês</>}</SummaryRow>
      <SummaryRow name="Custo efetivo total (CET)">{formatCet(option.cetYearly)}</SummaryRow>
      {early && <SummaryRow name="Pagando antes">{early}</SummaryRow>}
      {option.delistOn && <SummaryRow name="Seu nome">Sai de cadastros de inadimplentes até 5 dias úteis depois da primeira parcela</SummaryRow>}
      {benefitsInWords(option).map((words) => <SummaryRow key={words} name="Ao terminar">{words}</SummaryRow>)}
      {option.reason && !sheet.voluntary && <SummaryRow name="Por que esta opção"><Why option={option} /></SummaryRow>}
      <SummaryRow name="A oferta vale até">{formatDay(sheet.standsUntil, { year: true })}</SummaryRow>
    </SummaryList>
  )
}

function Why({ option: { reason, noBetter = [] } }: { option: OfferOption }) {
  return (
    <>
      {reason?.text}
      {noBetter.map(({ code, text }) => <span key={code} className="small soft"><br />{text}</span>)}
    </>
  )
}

function dueInWords(sheet: OfferSheet, option: OfferOption): string {
  const first = formatDate(firstDueOn(option))
  return option.kind === 'cash' ? `Até ${first}` : `Todo dia ${sheet.dueDay}, a primeira em ${first}`
}
