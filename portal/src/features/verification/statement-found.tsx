import type { YearlyStatementVerification } from '@repactua/shared/contract/yearly-statements.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { monthName } from '@repactua/shared/time/local-date.ts'
import { formatInstant } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'

/** A yearly statement of discharge that is true: the months that it stands for. */
export function StatementFound({ statement }: { statement: YearlyStatementVerification }) {
  const { creditor, code, year, months, paidCents, createdAt } = statement
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Declaração conferida">Esta declaração é verdadeira</PageTitle>
        <p className="lead">Tudo o que venceu em {year} está pago. Compare com o papel: tudo abaixo precisa ser igual.</p>
      </div>
      <Card>
        <SummaryList>
          <SummaryRow name="Código"><span className="unbroken">{code}</span></SummaryRow>
          <SummaryRow name="Empresa">{creditor.tradeName}<br /><span className="soft small">{creditor.legalName}, CNPJ <span className="nowrap">{formatCnpj(creditor.cnpj)}</span></span></SummaryRow>
          <SummaryRow name="Ano">{year}</SummaryRow>
          {months.map((month) => <SummaryRow key={month.month} name={`Pago em parcelas de ${monthName(month.month)}`}><Amount cents={month.paidCents} /></SummaryRow>)}
          <SummaryRow name="Total pago"><Amount cents={paidCents} /></SummaryRow>
          <SummaryRow name="Declaração de">{formatInstant(createdAt)}</SummaryRow>
        </SummaryList>
      </Card>
      <Notice icon="shield"><p className="small">Por respeito a quem pagou, esta página não mostra nome nem CPF.</p></Notice>
    </>
  )
}
