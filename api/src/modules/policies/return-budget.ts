import type { Work } from '../../platform/work.ts'
import { returnSpendings } from './campaigns.repository.ts'

/**
 * Gives the campaigns back what the signature of this agreement spent: it ended before anything was paid, and its debts
 * are open again. Called twice it gives back once. The caller holds the agreement's lock.
 */
export function returnBudget({ tx, clock }: Pick<Work, 'tx' | 'clock'>, { creditorId, agreementId }: { creditorId: string; agreementId: string }): Promise<void> {
  return returnSpendings(tx, { creditorId, agreementId, now: clock.now() })
}
