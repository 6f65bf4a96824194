import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import type { Change } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { setDebtStatus } from '../debts/index.ts'
import { startDelisting, type DelistingRecord } from '../delistings/index.ts'
import { balancesOf, postEntry, settled } from '../ledger/index.ts'
import { endClaimOnDebts, paymentsOn, setPaid, setStatus } from './agreement-states.repository.ts'
import { debtsOf, type AgreementRecord, type InstallmentRecord } from './agreements.repository.ts'
import { take } from './transitions.rules.ts'

/** The part of a payment that goes to one installment, in cents. */
export interface PaymentShare {
  installmentNumber: number
  cents: bigint
}

/** A payment that has come for an agreement, with its shares. */
export interface SharedPayment {
  id: string
  shares: readonly PaymentShare[]
}

/** What a payment made of its agreement, and the news of it where its status changed. */
export interface Registered {
  status: Agreement['status']
  settledAt: Date | null
  news: Change[]
}

/**
 * Puts a payment's shares on the installments. The first one paid makes the agreement active, the last one settles it
 * and its debts. The caller holds the agreement's lock, has checked the amounts, and records the news after its own:
 * the audit chain is locked last, as everywhere, so that nobody who holds a debt waits for it in a circle.
 */
export async function registerPayment(work: Work, agreement: AgreementRecord, installments: readonly InstallmentRecord[], payment: SharedPayment): Promise<Registered> {
  const paid = installments.filter(({ status }) => status !== 'cancelled').map((installment) => pay(installment, payment.shares))
  for (const installment of paid) {
    if (installment.changed) await setPaid(work.tx, agreement, installment)
  }
  const isSettled = paid.every(({ status }) => status === 'paid')
  if (isSettled) return settle(work, agreement, { paymentId: payment.id, paidCents: paid.reduce((sum, { paidCents }) => sum + paidCents, 0n) })
  if (agreement.status === 'active' || paid[0]?.status !== 'paid') return { status: agreement.status, settledAt: null, news: [] }
  const { to, event } = take('activate', agreement.status)
  await setStatus(work.tx, agreement, { status: to })
  const { delistOn } = JSON.parse(agreement.optionDocument) as OfferOption
  return { status: to, settledAt: null, news: [newsOf(agreement, event), ...(delistOn ? await delist(work, agreement, delistOn) : [])] }
}

function pay(installment: InstallmentRecord, shares: readonly PaymentShare[]) {
  const share = shares.find(({ installmentNumber }) => installmentNumber === installment.number)
  const paidCents = installment.paidCents + (share?.cents ?? 0n)
  const status = paidCents === installment.amountCents ? 'paid' : paidCents > 0n ? 'partly_paid' : 'open'
  // An amendment that this payment fulfils may close an installment that takes no share of it.
  return { number: installment.number, paidCents, status, changed: share !== undefined || status !== installment.status } as const
}

// An amendment may have changed the sum that was signed, so the news says what was paid in all.
async function settle(work: Work, agreement: AgreementRecord, { paymentId, paidCents }: { paymentId: string; paidCents: bigint }): Promise<Registered> {
  const settledAt = work.clock.now()
  const { to, event } = take('settle', agreement.status)
  const debts = await debtsOf(work.tx, [agreement])
  await setDebtStatus(work, agreement.creditorId, debts.map(({ debtId }) => debtId), 'settled')
  await endClaimOnDebts(work.tx, agreement)
  await setStatus(work.tx, agreement, { status: to, settledAt })
  const { creditorId, id: agreementId } = agreement
  await postEntry(work, { creditorId, agreementId, event: 'settled', sourceId: paymentId, lines: settled(await balancesOf(work.tx, creditorId, agreementId)) })
  return { status: to, settledAt, news: [newsOf(agreement, event, { paidCents: centsNumber(paidCents) }), ...(await delist(work, agreement, 'settlement'))] }
}

// The clock runs from the day of the payment, however late it is told. Nobody may list what nobody may collect.
async function delist(work: Work, agreement: AgreementRecord, cause: DelistingRecord['cause']): Promise<Change[]> {
  if (agreement.voluntary) return []
  const days = (await paymentsOn(work.tx, agreement)).map(({ paidOn }) => paidOn)
  const paidOn = days.reduce((last, day) => (day > last ? day : last))
  return startDelisting(work, { creditorId: agreement.creditorId, agreementId: agreement.id, paidOn, cause })
}

function newsOf({ creditorId, id, totalCents }: AgreementRecord, type: string, facts: Record<string, number> = {}): Change {
  const agreementId = showId('agreement', id)
  return { creditorId, type, subject: agreementId, data: { agreementId, totalCents: centsNumber(totalCents), ...facts } }
}
