import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { balanceAsOf } from '../../core/interest/balance.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { readId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { debtTermsOf, loadDebts } from '../debts/index.ts'

/**
 * Refuses a sheet of which a debt has become less since, by a payment or a correction: nobody signs for more than they
 * owe. One that has become more changes nothing, since an offer binds who made it (CDC art. 30).
 */
export async function refuseLoweredDebts(work: Work, creditorId: string, sheet: OfferSheet): Promise<void> {
  const offered = new Map(sheet.debts.map(({ id, balance }) => [readId(id), balance]))
  const debts = await loadDebts(work, creditorId, [...offered.keys()])
  const isLower = debts.some((debt) => {
    const { asOf, totalCents } = offered.get(debt.id)!
    // A sheet that needed no projection finds every month in the table; one that did is weighed as it was made.
    const balance = balanceAsOf(debtTermsOf(debt), asOf, { projectIndices: true })
    if (!balance.ok) throw new AppError('index_missing')
    return balance.value.totalCents < BigInt(totalCents)
  })
  if (isLower) throw new AppError('offer_above_debt')
}
