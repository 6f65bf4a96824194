import type { BoletoAccount } from '@repactua/shared/contract/boletos.ts'
import type { Charge } from '@repactua/shared/contract/payments.ts'
import { formatLine, lineOf } from '../../core/boleto/barcode.ts'
import { showId } from '../../platform/ids.ts'
import type { AccountRecord } from './accounts.repository.ts'
import type { BoletoRecord } from './boletos.repository.ts'

export function presentAccount({ bank, agency, agencyDigit, account, accountDigit, wallet, walletVariation, convenio, firstNumber, lastNumber, nextNumber }: AccountRecord): BoletoAccount {
  return { bank, agency, agencyDigit, account, accountDigit, wallet, walletVariation, convenio, firstNumber, lastNumber, numbersLeft: lastNumber - nextNumber + 1 }
}

/** The slip's own part of a charge. */
export function presentBoleto({ id, agreementId, installmentNumber, barcode }: BoletoRecord, publicUrl: string): NonNullable<Charge['boleto']> {
  const pdfUrl = `${publicUrl}/v1/me/agreements/${showId('agreement', agreementId)}/installments/${installmentNumber}/charges/${showId('charge', id)}/boleto.pdf`
  return { line: formatLine(lineOf(barcode)), barcode, pdfUrl }
}
