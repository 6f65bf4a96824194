import type { Work } from '../../../platform/work.ts'
import { holdMoney } from '../exceptions/hold-money.ts'
import { findException } from '../exceptions/payment-exceptions.repository.ts'
import { findByReference } from '../payments.repository.ts'
import type { Arrival, Received } from './arrival.ts'
import { findAim } from './find-aim.ts'
import { payerIndexOf } from './payer.ts'
import { postMoney } from './post-money.ts'
import { claimReference } from './references.repository.ts'

/**
 * Takes in money that has come. It is posted, known, or held with a reason: never refused for what it is. Who puts its
 * reference in first makes its effect, whoever tells it at the same moment. In the caller's transaction.
 */
export async function receiveMoney(work: Work, arrival: Arrival): Promise<Received> {
  const isNew = await claimReference(work.tx, { ...arrival, createdAt: work.clock.now() })
  if (!isNew) return compare(work, arrival)
  const aim = await findAim(work, arrival)
  if (aim.kind === 'held') return { kind: 'held', exception: await holdMoney(work, arrival, aim) }
  return { kind: 'posted', posted: await postMoney(work, { ...arrival, payerIndex: payerIndexOf(work.keys, arrival) }, aim) }
}

// A reference that is told again with another amount is no more money: somebody has to find out which amount is true.
async function compare(work: Work, arrival: Arrival): Promise<Received> {
  const { creditorId, externalReference, amountCents } = arrival
  const standing = (await findByReference(work.tx, creditorId, externalReference)) ?? (await findException(work.tx, creditorId, { externalReference }))
  if (standing?.amountCents === amountCents) return { kind: 'known' }
  const again = { ...arrival, externalReference: `${externalReference}~${amountCents}` }
  const isNew = await claimReference(work.tx, { ...again, createdAt: work.clock.now() })
  if (!isNew) return { kind: 'known' }
  const agreementId = standing?.agreementId ?? null
  return { kind: 'held', exception: await holdMoney(work, again, { reason: 'reference_reused', agreementId, number: null }) }
}
