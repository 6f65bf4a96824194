import type { OfferOption, OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { planName, usualInstallmentCents } from '../../lib/plan-words.ts'
import { formatCet } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button } from '../../ui/button.tsx'
import { StickySummary } from '../../ui/sticky-summary.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { figureInWords, firstDueOn, lastDueOn } from './option-words.ts'

/** What has been chosen, always in sight, and the way on. */
export function OptionsSummary({ option, sheet: { standsUntil, voluntary } }: { option: OfferOption | undefined; sheet: OfferSheet }) {
  return (
    <StickySummary
      title="Seu acordo"
      lead={option ? <Chosen option={option} /> : <p className="soft">Nada escolhido ainda.</p>}
      more={option && <Details option={option} saysWhy={!voluntary} />}
      action={<Button type="submit" form="options">Continuar</Button>}
      note={`Nada é cobrado agora. Esta oferta vale até ${formatDay(standsUntil)}.`}
    />
  )
}

function Chosen({ option }: { option: OfferOption }) {
  return (
    <>
      <p className="small soft">{planName(option)}{option.kind === 'installments' && `, ${figureInWords(option)}`}</p>
      <p><Amount cents={usualInstallmentCents(option)} size="l" /></p>
    </>
  )
}

// What nobody may collect is not advertised: its options come without a reason to take them.
function Details({ option, saysWhy }: { option: OfferOption; saysWhy: boolean }) {
  return (
    <SummaryList>
      <SummaryRow name={option.kind === 'cash' ? 'Pagar até' : 'Primeira parcela'}>{formatDay(firstDueOn(option))}</SummaryRow>
      {option.kind === 'installments' && <SummaryRow name="Última parcela">{formatDay(lastDueOn(option), { year: true })}</SummaryRow>}
      <SummaryRow name="Total"><Amount cents={option.totalCents} /></SummaryRow>
      {option.savingCents > 0 && <SummaryRow name="Você economiza"><Amount cents={option.savingCents} /></SummaryRow>}
      <SummaryRow name="Custo efetivo total (CET)">{formatCet(option.cetYearly)}</SummaryRow>
      {saysWhy && option.reason && <SummaryRow name="Por que esta opção">{option.reason.text}</SummaryRow>}
    </SummaryList>
  )
}
