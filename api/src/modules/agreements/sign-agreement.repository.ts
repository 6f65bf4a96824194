import type { PlannedInstallment } from '@repactua/shared/contract/offers.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { CampaignDiscount } from '../../core/offers/campaigns/campaign-discounts.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import type { EntryCall } from '../ledger/index.ts'

export interface SignatureCall {
  creditorId: string
  agreementId: string
  cpfIndex: Buffer
  challengeId: string
  codeMac: Buffer
  termSha256: Buffer
  now: Date
  installments: readonly PlannedInstallment[]
  verificationCode: string
  evidenceSealed: Buffer
  eventId: string
  event: Record<string, unknown>
  audit: { payload: string; mac: Buffer }
  /** What the signature spends of the campaigns' budgets. */
  campaigns: readonly CampaignDiscount[]
  /** What the books say of it. */
  entry: EntryCall
}

export type SignatureOutcome = 'signed' | 'signed_before' | ErrorCode

/** Signs in one round trip: the function of migration 0010 holds the locks and checks the states, that of migration 0020 posts the entry. A refusal is an answer, to be committed. */
export async function callSignAgreement(tx: Transaction, call: SignatureCall): Promise<SignatureOutcome> {
  const { rows } = await tx.$client.query<{ outcome: SignatureOutcome }>({
    name: 'sign_agreement_into_books',
    text: 'select sign_agreement_into_books($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19) as outcome',
    values: [
      call.entry,
      call.creditorId, call.agreementId, call.cpfIndex, call.challengeId, call.codeMac, call.termSha256, call.now,
      call.installments.map(({ number }) => number),
      call.installments.map(({ dueOn }) => dueOn),
      call.installments.map(({ amountCents }) => amountCents),
      call.verificationCode, call.evidenceSealed, call.eventId, call.event, call.audit.payload, call.audit.mac,
      call.campaigns.map(({ code }) => code), call.campaigns.map(({ cents }) => cents),
    ],
  })
  return rows[0]!.outcome
}
