import { queryOptions, skipToken } from '@tanstack/react-query'
import type { Agreement, Installment } from '@repactua/shared/contract/agreements.ts'
import type { Amendment } from '@repactua/shared/contract/amendments.ts'
import type { CardCheckout } from '@repactua/shared/contract/cards.ts'
import type { AutomaticPix } from '@repactua/shared/contract/automatic-pix.ts'
import type { Challenge } from '@repactua/shared/contract/identity.ts'
import type { MoneyApart } from '@repactua/shared/contract/money-apart.ts'
import type { Charge, Payment } from '@repactua/shared/contract/payments.ts'
import type { YearlyStatement } from '@repactua/shared/contract/yearly-statements.ts'
import { apiCreate, apiDelete, apiGet, apiPost, apiPut } from '../../lib/api-client.ts'

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

/** Undoes the agreement within its days, at no cost. */
export function withdraw(agreementId: string): Promise<Agreement> {
  return apiCreate<Agreement>(`/me/agreements/${agreementId}/withdrawal`)
}

/** The Pix charge of one installment. What it comes to is in the key, since a payment, an adjustment or another day changes it. */
export function pixChargeQuery(agreementId: string, installment: Installment) {
  return queryOptions({
    queryKey: ['me', 'charge', agreementId, 'pix', ...stateOf(installment)],
    queryFn: () => apiCreate<Charge>(`/me/agreements/${agreementId}/installments/${installment.number}/charges`, { method: 'pix' }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
}

/** The boleto of one installment, once it is asked for: null until then. */
export function boletoChargeQuery(agreementId: string, installment: Installment | null) {
  return queryOptions({
    queryKey: ['me', 'charge', agreementId, 'boleto', ...(installment ? stateOf(installment) : [])],
    queryFn: installment ? () => apiCreate<Charge>(`/me/agreements/${agreementId}/installments/${installment.number}/charges`, { method: 'boleto' }) : skipToken,
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
}

/** The Pix charge that pays ahead, or everything. `paidCents` is in the key, since other payments count towards it. */
export function pendingChargeQuery(agreementId: string, amendmentId: string, paidCents: number) {
  return queryOptions({
    queryKey: ['me', 'charge', agreementId, amendmentId, paidCents],
    queryFn: () => apiCreate<Charge>(`/me/agreements/${agreementId}/amendments/${amendmentId}/charges`, { method: 'pix' }),
    staleTime: Infinity,
    refetchOnWindowFocus: false,
  })
}

/** What was paid on this agreement. `paidCents` is in the key, so that a payment that arrives brings its receipt. */
export function paymentsQuery(agreementId: string, paidCents: number) {
  return queryOptions({
    queryKey: ['me', 'payments', agreementId, paidCents],
    queryFn: ({ signal }) => apiGet<{ data: Payment[] }>(`/me/agreements/${agreementId}/payments`, signal),
    // The list stands while it grows.
    placeholderData: (known, query) => (query?.queryKey[2] === agreementId ? known : undefined),
  })
}

/** Money around this agreement that is in none of its installments. */
export function moneyApartQuery(agreementId: string, paidCents: number) {
  return queryOptions({
    queryKey: ['me', 'payments', agreementId, 'apart', paidCents],
    queryFn: ({ signal }) => apiGet<MoneyApart>(`/me/agreements/${agreementId}/money-apart`, signal),
  })
}

/** A page of the card's provider on which an installment can be paid. */
export function openCardCheckout(agreementId: string, number: number): Promise<CardCheckout> {
  return apiPost<CardCheckout>(`/me/agreements/${agreementId}/installments/${number}/card-checkouts`)
}

/** The yearly statements of discharge of all creditors, newest year first. */
export const yearlyStatementsQuery = queryOptions({
  queryKey: ['me', 'payments', 'yearly-statements'],
  queryFn: ({ signal }) => apiGet<{ data: YearlyStatement[] }>('/me/yearly-statements', signal),
})

/** What was signed on this agreement after its term. */
export function amendmentsQuery(agreementId: string) {
  return queryOptions({
    queryKey: ['me', 'amendments', agreementId],
    queryFn: ({ signal }) => apiGet<{ data: Amendment[] }>(`/me/agreements/${agreementId}/amendments`, signal),
  })
}

function stateOf({ number, amountCents, paidCents, late, early }: Installment): unknown[] {
  return [number, amountCents, paidCents, late?.asOf, late?.amountCents, early?.amountCents]
}

/** Whether the installments of this agreement pay themselves, or could. */
export function automaticPixQuery(agreementId: string) {
  return queryOptions({
    queryKey: ['me', 'agreements', agreementId, 'automatic-pix'],
    queryFn: ({ signal }) => apiGet<AutomaticPix>(`/me/agreements/${agreementId}/automatic-pix`, signal),
  })
}

/** Asks for the code that gives leave to debit the installments. */
export function askForLeave(agreementId: string): Promise<AutomaticPix> {
  return apiPut<AutomaticPix>(`/me/agreements/${agreementId}/automatic-pix`)
}

/** Takes that leave back. */
export function takeLeaveBack(agreementId: string): Promise<void> {
  return apiDelete(`/me/agreements/${agreementId}/automatic-pix`)
}
