import { queryOptions } from '@tanstack/react-query'
import type { AgreementVerification } from '@repactua/shared/contract/agreements.ts'
import type { YearlyStatementVerification } from '@repactua/shared/contract/yearly-statements.ts'
import { apiGet } from '../../lib/api-client.ts'

/** What anybody who holds the paper may check. Nothing of it names the debtor. */
export function verificationQuery(code: string) {
  return queryOptions({
    queryKey: ['verification', code],
    queryFn: ({ signal }) => apiGet<AgreementVerification>(`/agreement-verifications/${encodeURIComponent(code)}`, signal),
  })
}

/** The same for a yearly statement of discharge, whose code looks alike. */
export function statementVerificationQuery(code: string) {
  return queryOptions({
    queryKey: ['statement-verification', code],
    queryFn: ({ signal }) => apiGet<YearlyStatementVerification>(`/yearly-statement-verifications/${encodeURIComponent(code)}`, signal),
  })
}
