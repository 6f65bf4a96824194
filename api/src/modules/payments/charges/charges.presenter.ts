import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { centsNumber } from '../../../core/money/cents-number.ts'
import { showId } from '../../../platform/ids.ts'
import { qrSvg } from '../../../platform/papers/qr.ts'
import { presentItem } from '../../agreements/index.ts'
import { presentBoleto } from '../../boletos/index.ts'
import type { BankCode } from '../../pix-charges/index.ts'
import type { NewCharge } from './create-charge.ts'

export function presentCharge({ charge, creditor, dueOn, items, validUntil, boleto }: NewCharge, publicUrl: string): Charge {
  const { amountCents, installmentNumber, copyPaste, txid } = charge
  return {
    id: showId('charge', charge.id),
    method: boleto ? 'boleto' : 'pix',
    amountCents: centsNumber(amountCents),
    items: items.map(presentItem),
    validUntil,
    dueOn,
    installmentNumber,
    pix: { copyPaste, qrSvg: qrSvg(copyPaste), txid },
    ...(boleto ? { boleto: presentBoleto(boleto, publicUrl) } : {}),
    receiver: { legalName: creditor.legalName, cnpj: formatCnpj(creditor.cnpj) },
  }
}

/** A charge with the code of the creditor's own bank in the place of the static one. */
export function withCode(charge: Charge, { copyPaste, txid }: BankCode): Charge {
  return { ...charge, pix: { copyPaste, qrSvg: qrSvg(copyPaste), txid } }
}
