import type { Keys } from '../../../platform/crypto/keys.ts'
import type { PaymentRecord } from '../payments.repository.ts'

/** A keyed hash of who paid, where the bank tells: of a CPF the one by which people are known here. The document itself is not kept. */
export function payerIndexOf(keys: Pick<Keys, 'cpfIndex' | 'mac'>, { payerDocument }: { payerDocument?: string }): Buffer | null {
  const bare = payerDocument?.replace(/\W/g, '')
  if (!bare) return null
  return /^\d{11}$/.test(bare) ? keys.cpfIndex(bare) : keys.mac('payer', bare)
}

/** Whether it was the debtor or somebody else; null where the bank did not tell. */
export function paidBy(payerIndex: Buffer | null, { cpfIndex }: { cpfIndex: Buffer }): PaymentRecord['paidBy'] {
  if (!payerIndex) return null
  return payerIndex.equals(cpfIndex) ? 'debtor' : 'other'
}
