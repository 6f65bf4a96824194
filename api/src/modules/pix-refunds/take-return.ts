import type { Work } from '../../platform/work.ts'
import { centsOf, type GivenBack } from '../pix-accounts/index.ts'
import { confirmRefund, lockRefund } from '../refunds/index.ts'
import { movePart, partsOf, type RefundPart } from './pix-refunds.repository.ts'
import { lastAttempts, readDevolutionId, statusOf } from './transfer.rules.ts'

/** Longer reasons are cut: the API allows 140. */
const LONGEST_REASON = 140

/** The part of a refund that a devolution at the bank is, or null where it is none of ours. */
export async function findPart(work: Work, { creditorId, endToEndId }: Pick<RefundPart, 'creditorId' | 'endToEndId'>, { id, valor }: GivenBack): Promise<RefundPart | null> {
  const named = readDevolutionId(id)
  const parts = named ? await partsOf(work.tx, { creditorId, refundId: named.refundId }) : []
  return parts.find((part) => part.endToEndId === endToEndId && part.attempt === named?.attempt && part.amountCents === centsOf(valor)) ?? null
}

/** Writes down what the bank says of a part of a refund. With the last part done, the refund is confirmed in the books, once. */
export async function takeReturn(work: Work, part: RefundPart, told: GivenBack): Promise<void> {
  const { creditorId, refundId } = part
  const refund = await lockRefund(work.tx, creditorId, refundId)
  const moved = await movePart(work.tx, part, { ...standingOf(told), changedAt: work.clock.now() })
  const parts = lastAttempts(await partsOf(work.tx, { creditorId, refundId }))
  if (moved && !refund?.confirmedAt && statusOf(parts) === 'done') await confirmRefund(work, { creditorId, id: refundId }, { externalReference: parts[0]!.returnId! })
}

function standingOf({ status, rtrId, motivo }: GivenBack): Pick<RefundPart, 'status' | 'reason' | 'returnId'> {
  if (status === 'DEVOLVIDO') return { status: 'done', reason: null, returnId: rtrId }
  if (status === 'NAO_REALIZADO') return { status: 'refused', reason: motivo?.slice(0, LONGEST_REASON) ?? null, returnId: rtrId }
  return { status: 'processing', reason: null, returnId: rtrId }
}
