import { enterCreditor } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import type { Work } from '../../../platform/work.ts'
import { amendmentsOf, amendmentStatus, findAgreement, installmentsOf, itemOf, type AmendmentRecord, type Item } from '../../agreements/index.ts'
import { missingCents } from '../../amendments/index.ts'
import { findCreditor } from '../../creditors/index.ts'
import { putCharge, type NewCharge } from './create-charge.ts'

/** A Pix charge for what a signed amendment waits for. It names the first installment that the payment closes. Refused once it has lapsed. */
export async function createAmendmentCharge(work: Work, { agreementId, amendmentId }: { agreementId: string; amendmentId: string }): Promise<NewCharge> {
  const agreement = await findAgreement(work, agreementId)
  if (!agreement) throw new AppError('not_found')
  const amendments = await amendmentsOf(work.tx, [agreement])
  const amendment = amendments.find(({ id }) => id === amendmentId)
  if (!amendment) throw new AppError('not_found')
  if (amendmentStatus(amendment, amendments, { status: agreement.status, today: work.today }) !== 'pending') throw new AppError('amendment_quote_expired')
  await enterCreditor(work.tx, agreement.creditorId)
  const amountCents = missingCents(amendment, await installmentsOf(work.tx, [agreement]))
  if (amountCents <= 0n) throw new AppError('amendment_quote_outdated')
  const creditor = (await findCreditor(work.tx, agreement.creditorId))!
  const charge = await putCharge(work, agreement, creditor, { number: amendment.quote.changed[0]!, amountCents })
  return { charge, creditor, dueOn: amendment.payBy!, items: itemsOf(amendment, amountCents), validUntil: amendment.payBy! }
}

// The quote's own lines, each kind as one; what they leave of the amount is what is open of the installments.
function itemsOf({ quote }: AmendmentRecord, amountCents: bigint): Item[] {
  const kinds = [...new Set(quote.lines.map(({ kind }) => kind))]
  const lines = kinds.map((kind) => itemOf({ kind, cents: sumOf(quote.lines.filter((line) => line.kind === kind)), formula: '' }))
  return [{ kind: 'installment', cents: amountCents - lines.reduce((sum, { cents }) => sum + cents, 0n) }, ...lines]
}

function sumOf(lines: AmendmentRecord['quote']['lines']): bigint {
  return BigInt(lines.reduce((sum, { cents }) => sum + cents, 0))
}
