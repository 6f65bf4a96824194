import type { Bank } from '../bank.ts'
import type { RecurringCharge } from './recurring-charge.ts'

/** PERMITE_3R_7D: three more attempts within seven days of the first. */
const MOST_RETRIES = 3
export const RETRY_DAYS = 7

/** How many attempts a charge may still ask for after its first one. */
export function retriesLeft({ state }: Bank, { body, tentativas }: RecurringCharge): number {
  const policy = state.recurrences.find(({ idRec }) => idRec === body.idRec)?.body.politicaRetentativa
  return policy === 'PERMITE_3R_7D' ? MOST_RETRIES - tentativas.filter(({ tipo }) => tipo === 'NTAG').length : 0
}
