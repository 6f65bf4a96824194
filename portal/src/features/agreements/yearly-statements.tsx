import { useQuery } from '@tanstack/react-query'
import { papers } from '../../lib/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Icon } from '../../ui/icons.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { yearlyStatementsQuery } from './requests.ts'

/** A paper a year and company that says that all which fell due is paid (Lei 12.007/2009). Nothing where there is none yet. */
export function YearlyStatements() {
  const statements = useQuery(yearlyStatementsQuery).data?.data ?? []
  if (statements.length === 0) return null
  return (
    <Card tight aria-labelledby="statements" className="no-print">
      <h2 id="statements">Declarações anuais de quitação</h2>
      <p className="small soft">Cada uma prova que tudo o que venceu naquele ano está pago. Qualquer pessoa pode conferir o código que está nela.</p>
      <SummaryList>
        {statements.map(({ code, creditor, year }) => (
          <SummaryRow key={code} name={String(year)}>
            <span className="line">
              {creditor.brand.name}
              <a className="link" href={papers.yearlyStatement(creditor.id, year)} download aria-label={`Baixar a declaração de ${year}, ${creditor.brand.name}`}><Icon name="download" />Baixar</a>
            </span>
          </SummaryRow>
        ))}
      </SummaryList>
    </Card>
  )
}
