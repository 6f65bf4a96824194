import { Link } from 'react-router'
import { formatCaseNumber } from '@repactua/shared/br/case-number.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { planInWords } from '../../lib/plan-words.ts'
import { formatCet, formatInstant } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorContact, CreditorIdentity } from '../../ui/creditor-contact.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { Icon } from '../../ui/icons.tsx'
import { LateRules } from '../../ui/late-rules.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { CarneDownload } from './carne-download.tsx'
import { Delisting } from './delisting.tsx'
import { livingInstallments } from './living-installments.ts'
import { Receipts } from './receipts.tsx'
import { saveCalendar } from './save-calendar.ts'
import { TermDownload } from './term-download.tsx'

/** What was agreed, the papers, and whom to talk to. */
export function AboutAgreement({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <Card aria-labelledby="agreed">
        <h2 id="agreed">{agreement.courtOrder ? 'O que foi homologado' : 'O que foi combinado'}</h2>
        <Agreed agreement={agreement} />
        {agreement.signedAt && <Papers agreement={agreement} />}
        <MayWithdraw agreement={agreement} />
        {agreement.status === 'active' && <Delisting agreement={agreement} />}
      </Card>
      {agreement.signedAt && <Receipts agreement={agreement} />}
      <Card tight aria-labelledby="questions">
        <h2 id="questions">Dúvidas</h2>
        {!agreement.courtOrder && (agreement.can.pay.ok || agreement.can.sign.ok) && <Disclosure title="Se uma parcela atrasar"><LateRules terms={agreement} /></Disclosure>}
        <Disclosure title={`Falar com ${agreement.creditor.brand.name}`}>
          <div className="stack stack-tight">
            <CreditorContact creditor={agreement.creditor} />
            <CreditorIdentity creditor={agreement.creditor} />
          </div>
        </Disclosure>
        <Link className="link" to={paths.helpRights}>Seus direitos</Link>
      </Card>
    </>
  )
}

function Agreed({ agreement }: { agreement: Agreement }) {
  const { verificationCode, signedAt, courtOrder } = agreement
  return (
    <SummaryList>
      <SummaryRow name="Pagamento">{planInWords({ ...agreement, installments: livingInstallments(agreement) })}</SummaryRow>
      <SummaryRow name="Total do acordo"><Amount cents={agreement.totalCents} /></SummaryRow>
      {agreement.savingCents > 0 && <SummaryRow name="Você economiza"><Amount cents={agreement.savingCents} /></SummaryRow>}
      <SummaryRow name="Custo efetivo total (CET)">{formatCet(agreement.cetYearly)}</SummaryRow>
      {courtOrder && <SummaryRow name="Plano homologado em juízo">Processo <span className="nowrap">{formatCaseNumber(courtOrder.caseNumber)}</span>, {courtOrder.court}</SummaryRow>}
      {signedAt && !courtOrder && <SummaryRow name="Assinado em">{formatInstant(signedAt)}</SummaryRow>}
      {verificationCode && (
        <SummaryRow name="Código de verificação">
          <Link className="unbroken" to={paths.verification(verificationCode)}>{verificationCode}</Link>
        </SummaryRow>
      )}
    </SummaryList>
  )
}

function MayWithdraw({ agreement: { id, can, withdrawal } }: { agreement: Agreement }) {
  if (!can.withdraw.ok || !withdrawal) return null
  return (
    <p className="soft no-print">
      Mudou de ideia? Até {formatDay(withdrawal.lastDayOn)} você pode <Link to={paths.withdraw(id)}>desistir deste acordo</Link>, sem custo.
    </p>
  )
}

/** The signed term, and the dates for the person's own calendar. */
export function Papers({ agreement }: { agreement: Agreement }) {
  return (
    <div className="papers no-print">
      <TermDownload agreementId={agreement.id} />
      {agreement.can.pay.ok && <CarneDownload agreement={agreement} />}
      {agreement.can.pay.ok && (
        <button type="button" className="link" onClick={() => saveCalendar(agreement)}><Icon name="calendar" />Pôr no calendário</button>
      )}
    </div>
  )
}
