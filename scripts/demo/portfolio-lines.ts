import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import type { CreditorSlug } from './creditors.ts'
import { demoDebts } from './portfolio.ts'

/** One creditor's portfolio as NDJSON, line by line: the body that POST /v1/debt-imports takes. */
export function* portfolioLines({ creditor, ...portfolio }: { creditor: CreditorSlug; today: LocalDate; people?: number }): Generator<string> {
  for (const debt of demoDebts(portfolio)) {
    if (debt.creditor === creditor) yield `${JSON.stringify(debt.line)}\n`
  }
}
