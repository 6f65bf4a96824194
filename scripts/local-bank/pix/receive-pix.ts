import type { Bank } from '../bank.ts'
import { amountOf } from '../money.ts'
import { tellWebhook } from '../webhooks/tell-webhook.ts'
import { newTransferId } from './new-ids.ts'
import type { Payer, ReceivedPix, ValueParts } from './received-pix.ts'

export interface Transfer {
  key: string
  amountCents: bigint
  txid?: string
  parts?: ValueParts
  payer?: Payer
  /** Of a debit that was announced with it. */
  endToEndId?: string
}

const SOMEBODY: Payer = { cpf: '12345678909', nome: 'Pessoa de Exemplo' }

/** Credits a transfer to whoever has the key, and tells its webhook. The caller keeps the state. */
export function receivePix(bank: Bank, transfer: Transfer): ReceivedPix {
  const pix = creditTransfer(bank, transfer)
  tellWebhook(bank, pix)
  return pix
}

/** Credits a transfer and tells nobody. */
export function creditTransfer(bank: Bank, { key, amountCents, txid, parts, payer = SOMEBODY, endToEndId }: Transfer): ReceivedPix {
  const now = bank.clock.now()
  const pix: ReceivedPix = {
    clientId: bank.state.accounts.find(({ keys }) => keys.includes(key))?.clientId ?? null,
    endToEndId: endToEndId ?? newTransferId('E', now),
    ...(txid === undefined ? {} : { txid }),
    valor: amountOf(amountCents),
    ...(parts === undefined ? {} : { componentesValor: parts }),
    chave: key,
    horario: now.toISOString(),
    payer,
    devolucoes: [],
  }
  bank.state.pix.push(pix)
  return pix
}
