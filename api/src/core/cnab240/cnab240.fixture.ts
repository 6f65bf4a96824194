import type { CollectionAccount } from '../boleto/types.ts'
import { bankOf } from '../boleto/banks.ts'
import { BATCH_HEADER, BATCH_TRAILER, FILE_HEADER, FILE_TRAILER, SEGMENT_T, SEGMENT_U } from './layouts.ts'
import { writeRecord } from './record.ts'

export const BB_ACCOUNT: CollectionAccount = { agency: '1234', agencyDigit: '3', account: '123456', accountDigit: 'X', wallet: '17', walletVariation: '019', convenio: '3432568' }
export const ITAU_ACCOUNT: CollectionAccount = { agency: '0057', agencyDigit: null, account: '12345', accountDigit: '7', wallet: '109', walletVariation: null, convenio: null }

interface ToldSlip {
  number: number
  code: string
  amountCents: bigint
  paidCents?: bigint
  addedCents?: bigint
  reasons?: string
  occurredOn?: string
  creditedOn?: string
}

/** A return file as a bank writes it. */
export function returnFile(bankCode: string, account: CollectionAccount, holderId: string, slips: readonly ToldSlip[]): string {
  const bank = bankOf(bankCode)
  const own = { bank: bankCode, agency: account.agency, account: account.account, holderId, holderName: 'LOJAS AURORA', convenio: bank.file.holder(account).convenio }
  const detail = (line: number, segment: string, code: string) => ({ bank: bankCode, batch: 1, type: 3, line, segment, movement: code })
  const details = slips.flatMap(({ number, code, amountCents, reasons = '', paidCents = 0n, addedCents = 0n, occurredOn = '2026-11-21', creditedOn = '' }, i) => [
    writeRecord(SEGMENT_T, { ...detail(2 * i + 1, 'T', code), ownNumber: bank.fileNumber(account, number), amount: amountCents, fee: 235, reasons }),
    writeRecord(SEGMENT_U, { ...detail(2 * i + 2, 'U', code), paid: paidCents, added: addedCents, occurredOn, creditedOn }),
  ])
  const records = [
    writeRecord(FILE_HEADER, { ...own, batch: 0, type: 0, bankName: bank.file.bankName, direction: 2, writtenOn: '2026-11-22', sequence: 7 }),
    writeRecord(BATCH_HEADER, { ...own, batch: 1, type: 1, operation: 'T' }),
    ...details,
    writeRecord(BATCH_TRAILER, { bank: bankCode, batch: 1, type: 5, records: details.length + 2 }),
    writeRecord(FILE_TRAILER, { bank: bankCode, batch: 9999, type: 9, batches: 1, records: details.length + 4 }),
  ]
  return records.map((record) => `${record}\r\n`).join('')
}
