import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { openCents } from '../../../core/repairs/open-installments.ts'
import type { Change } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { findCreditor } from '../../creditors/index.ts'
import { charged as chargedLines, postEntry } from '../../ledger/index.ts'
import type { AgreementRecord, InstallmentRecord } from '../agreements.repository.ts'
import { earlyAmount } from '../early/early-payment.rules.ts'
import { callChargeLate } from './late-charges.repository.ts'
import { chargesTaken, lateChargeOn, type Charged, type LateTerms, type Reached } from './late-charge.rules.ts'

/** A payment that may be late, as it came. `toldCents` is what the bank counted for delay, where it tells. */
interface LatePayment {
  id: string
  cents: bigint
  named: number | undefined
  paidOn: LocalDate
  toldCents?: bigint | undefined
}

/** The installments as they stand then, what the payment pays for the delay of each, and the news. */
interface LateTaken {
  installments: InstallmentRecord[]
  charged: Charged[]
  news: Change[]
}

/**
 * Puts fine and interest of the payment's own day into the late installments that it closes, as far as it brings them, and
 * into the books. The caller holds the agreement's lock and puts the payment on the installments next.
 */
export async function takeLateCharges(work: Work, agreement: AgreementRecord, installments: readonly InstallmentRecord[], payment: LatePayment): Promise<LateTaken> {
  const { creditorId, id: agreementId } = agreement
  const { regime } = (await findCreditor(work.tx, creditorId))!
  const option = JSON.parse(agreement.optionDocument) as OfferOption
  const charged = chargesTaken(reachedBy({ option, regime }, installments, payment), payment)
  if (charged.length === 0) return { installments: [...installments], charged, news: [] }
  const parts = charged.map((one) => ({ number: one.installmentNumber, cents: one.fineCents + one.interestCents }))
  await callChargeLate(work.tx, agreement, parts, payment.paidOn)
  await postEntry(work, { creditorId, agreementId, event: 'charged', sourceId: payment.id, lines: chargedLines(parts.map(({ number, cents }) => ({ installmentNumber: number, cents }))) })
  const added = new Map(parts.map(({ number, cents }) => [number, cents]))
  return {
    installments: installments.map((one) => ({ ...one, amountCents: one.amountCents + (added.get(one.number) ?? 0n) })),
    charged,
    news: charged.map((one) => newsOf(agreement, one)),
  }
}

// The named one first, then the others as they fall due; one that is paid early enough closes at its lower amount.
function reachedBy(terms: LateTerms & { option: OfferOption }, installments: readonly InstallmentRecord[], { named, paidOn }: LatePayment): Reached[] {
  const first = installments.filter(({ number }) => number === named)
  const inOrder = [...first, ...installments.filter((one) => !first.includes(one))].filter((one) => openCents(one) > 0n)
  return inOrder.map((one) => ({ number: one.number, openCents: earlyAmount(terms.option, one, paidOn)?.cents ?? openCents(one), ...lateChargeOn(terms, one, paidOn) }))
}

function newsOf({ creditorId, id }: AgreementRecord, { installmentNumber, fineCents, interestCents }: Charged): Change {
  const agreementId = showId('agreement', id)
  const data = { agreementId, installmentNumber, lateFineCents: centsNumber(fineCents), defaultInterestCents: centsNumber(interestCents) }
  return { creditorId, type: 'installment.charged_late', subject: agreementId, data }
}
