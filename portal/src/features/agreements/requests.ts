import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Challenge } from '@repactua/shared/contract/identity.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { apiCreate } from '../../lib/api-client.ts'

/** Sends the code that signs this agreement. */
export function requestSigningCode(agreementId: string): Promise<Challenge> {
  return apiCreate<Challenge>(`/me/agreements/${agreementId}/signature-challenges`)
}

export interface Signature {
  challengeId: string
  code: string
  termSha256: string
}

/** Signs the term whose hash is given: the very text that was shown. */
export function signAgreement(agreementId: string, signature: Signature): Promise<Agreement> {
  return apiCreate<Agreement>(`/me/agreements/${agreementId}/signature`, { ...signature, accepted: true })
}

/** The Pix charge of one installment. `paidCents` is in the key, since a payment changes what is left to charge. */
export function pixChargeQuery(agreementId: string, installment: { number: number; paidCents: number } | null) {
  return queryOptions({
    queryKey: ['me', 'charge', agreementId, installment?.number, installment?.paidCents],
    queryFn: installment ? () => apiCreate<Charge>(`/me/agreements/${agreementId}/installments/${installment.number}/charges`, { method: 'pix' }) : skipToken,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
}
