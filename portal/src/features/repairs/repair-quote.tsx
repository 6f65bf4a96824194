import { useNavigate } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AmendmentQuote } from '@repactua/shared/contract/amendments.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { Amount } from '../../ui/amount.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { NewSchedule } from './new-schedule.tsx'
import { QuoteLines } from './quote-lines.tsx'
import type { RepairKind } from './repair-kinds.ts'

interface RepairQuoteProps {
  agreement: Agreement
  repair: RepairKind
  quote: AmendmentQuote
  onSign: () => void
}

/** All that a change does, before anything is confirmed: what it costs or saves, each figure's reason, and every date. */
export function RepairQuote({ agreement, repair, quote, onSign }: RepairQuoteProps) {
  const navigate = useNavigate()
  return (
    <Page>
      <button type="button" className="back link no-print" onClick={() => void navigate(-1)}><Icon name="arrowLeft" />Voltar</button>
      <div className="page-head">
        <p className="eyebrow">{repair.title}</p>
        <PageTitle tab="Confira o ajuste">Veja como fica</PageTitle>
        <p className="lead">Nada mudou ainda. Estes valores são de hoje.</p>
      </div>
      <Card aria-label="O que muda no total"><Totals quote={quote} /><QuoteLines lines={quote.lines} /></Card>
      <NewSchedule quote={quote} />
      <Disclosure title="O texto exato que você confirma">
        <div className="stack stack-tight">{quote.text.split('\n').map((line, i) => <p key={i} className="small">{line}</p>)}</div>
      </Disclosure>
      <div className="stack">
        <Button wide onClick={onSign}>Confirmar com código</Button>
        <ButtonLink secondary wide to={paths.agreement(agreement.id)}>Agora não</ButtonLink>
      </div>
    </Page>
  )
}

function Totals({ quote: { payNow, costCents, savingCents, openBeforeCents, openAfterCents } }: { quote: AmendmentQuote }) {
  return (
    <SummaryList>
      {payNow && <SummaryRow name="Você paga agora"><Amount cents={payNow.amountCents} /></SummaryRow>}
      {payNow && <SummaryRow name="Até">{formatDay(payNow.payBy, { year: true })}. Se não pagar, nada muda.</SummaryRow>}
      <SummaryRow name="Este ajuste custa">{costCents === 0 ? 'Nada' : <Amount cents={costCents} />}</SummaryRow>
      {savingCents > 0 && <SummaryRow name="Você deixa de pagar"><Amount cents={savingCents} /></SummaryRow>}
      <SummaryRow name="Falta pagar hoje"><Amount cents={openBeforeCents} /></SummaryRow>
      <SummaryRow name="Depois falta"><Amount cents={openAfterCents} /></SummaryRow>
    </SummaryList>
  )
}
