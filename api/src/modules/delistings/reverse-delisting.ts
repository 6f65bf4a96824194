import type { Change } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { lockDelisting, setDelisting } from './delistings.repository.ts'

/**
 * Ends the task of a settlement that is undone, and gives the news of it: `confirmed` tells the creditor's systems that the name
 * is off its lists already. One that began with the first installment stays, as its term promised.
 */
export async function reverseDelisting(work: Work, key: { creditorId: string; agreementId: string }): Promise<Change[]> {
  const delisting = await lockDelisting(work.tx, key)
  if (!delisting || delisting.lapsedAt || delisting.cause === 'first_installment') return []
  await setDelisting(work.tx, key, { lapsedAt: work.clock.now() })
  const agreementId = showId('agreement', key.agreementId)
  return [{ creditorId: key.creditorId, type: 'delisting.reversed', subject: agreementId, data: { agreementId, confirmed: delisting.confirmedAt !== null } }]
}
