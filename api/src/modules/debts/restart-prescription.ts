import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { recognise } from '../../core/legal/interruption.ts'
import type { Work } from '../../platform/work.ts'
import { loadDebts } from './debts.repository.ts'
import { interruptionOf, plainTerm } from './interruption.rules.ts'
import { setTerms } from './terms.repository.ts'

/**
 * Has the term of debts begin again from the day on which their debtor recognised them by signing (CC 202 VI). It does so
 * once in a debt's life, and never for a debt whose term had run out by then: that would revive it in silence (CC 191).
 */
export async function restartPrescription(work: Work, creditorId: string, debtIds: readonly string[], signedOn: LocalDate): Promise<void> {
  for (const debt of await loadDebts(work, creditorId, debtIds)) {
    const interruption = recognise({ ...debt, interruption: interruptionOf(debt) }, signedOn)
    if (interruption) await setTerms(work.tx, debt, plainTerm({ ...debt, interruption }))
  }
}
