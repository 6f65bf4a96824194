import type { Bank } from '../bank.ts'
import { amountOf } from '../money.ts'
import { tellWebhook } from '../webhooks/tell-webhook.ts'
import { newReturnId, newTransferId } from './new-ids.ts'
import { leftOf } from './put-return.ts'
import type { ReceivedPix, Return } from './received-pix.ts'

export interface Reversal {
  endToEndId: string
  /** All that is left where nothing is said. */
  amountCents?: bigint
  reason?: 'MED_FRAUDE' | 'MED_OPERACIONAL'
}

/** Takes money back under the MED: the payer's bank asked, and the receiver is not. The caller keeps the state. */
export function reversePix(bank: Bank, { endToEndId, amountCents, reason = 'MED_FRAUDE' }: Reversal): ReceivedPix | 'pix_not_found' | 'amount_too_high' {
  const pix = bank.state.pix.find((one) => one.endToEndId === endToEndId)
  if (!pix) return 'pix_not_found'
  const cents = amountCents ?? leftOf(pix)
  if (cents <= 0n || cents > leftOf(pix)) return 'amount_too_high'
  const now = bank.clock.now()
  const taken: Return = {
    id: newReturnId(),
    rtrId: newTransferId('D', now),
    valor: amountOf(cents),
    natureza: reason,
    horario: { solicitacao: now.toISOString(), liquidacao: now.toISOString() },
    status: 'DEVOLVIDO',
  }
  pix.devolucoes.push(taken)
  tellWebhook(bank, pix)
  return pix
}
