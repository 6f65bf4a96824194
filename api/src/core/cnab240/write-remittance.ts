import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { Bank, CollectionAccount } from '../boleto/types.ts'
import { BATCH_HEADER, BATCH_TRAILER, FILE_HEADER, FILE_TRAILER, SEGMENT_P, SEGMENT_Q, SEGMENT_R } from './layouts.ts'
import { writeRecord } from './record.ts'

const NEW_SLIP = 1
const TO_BANK = 1
const BATCH = 1
const BATCH_ENDS = 2
const FILE_ENDS = 4
const LAST_BATCH = 9999

export interface RemittanceSlip {
  number: number
  dueOn: LocalDate
  issuedOn: LocalDate
  amountCents: bigint
  /** What the bank adds after the due date: a fine once, as a share of the amount, and cents for each day. Nought for none. */
  fineBps: number
  dailyInterestCents: bigint
  payer: { cpf: string; name: string; city: string | null; state: string | null }
  /** A word to the payer, up to 40 characters. */
  message: string
}

export interface Remittance {
  bank: Bank
  account: CollectionAccount
  holder: { cnpj: string; name: string }
  /** The file's own number (NSA). */
  sequence: number
  writtenOn: LocalDate
  /** hhmmss. */
  writtenAt: string
  slips: readonly RemittanceSlip[]
}

/**
 * The file that registers new slips at the bank: one batch, segments P, Q and R for each, lines ended by CRLF. Fine and
 * interest run from the day after the due date, which the bank moves by itself to its next business day.
 */
export function writeRemittance(file: Remittance): string {
  const details = file.slips.flatMap((slip, i) => detailsOf(file, slip, i * 3))
  const records = [fileHeader(file), batchHeader(file), ...details, batchTrailer(file), fileTrailer(file, details.length + FILE_ENDS)]
  return records.map((record) => `${record}\r\n`).join('')
}

function fileHeader(file: Remittance): string {
  const { bank: { file: own }, sequence, writtenOn, writtenAt } = file
  return writeRecord(FILE_HEADER, { ...holderOf(file), batch: 0, type: 0, bankName: own.bankName, direction: TO_BANK, writtenOn, writtenAt, sequence, version: own.fileVersion, density: own.density })
}

function batchHeader(file: Remittance): string {
  const { bank: { file: own }, sequence, writtenOn } = file
  return writeRecord(BATCH_HEADER, { ...holderOf(file), batch: BATCH, type: 1, operation: 'R', launchForm: own.launchForm, version: own.batchVersion, sequence, writtenOn })
}

function holderOf({ bank, account, holder }: Remittance) {
  return { ...accountOf(bank, account), convenio: bank.file.holder(account).convenio, holderId: holder.cnpj, holderName: holder.name }
}

function accountOf(bank: Bank, account: CollectionAccount) {
  const { agencyDigit, accountDigit, bothDigit } = bank.file.holder(account)
  return { bank: bank.code, agency: account.agency, account: account.account, agencyDigit, accountDigit, bothDigit }
}

function detailsOf(file: Remittance, slip: RemittanceSlip, before: number): string[] {
  const detail = (offset: number, segment: string) => ({ bank: file.bank.code, batch: BATCH, type: 3, line: before + offset, segment, movement: NEW_SLIP })
  const { cpf, name, city, state } = slip.payer
  return [
    slipRecord(file, slip, detail(1, 'P')),
    writeRecord(SEGMENT_Q, { ...detail(2, 'Q'), payerId: cpf, payerName: name, city, state }),
    writeRecord(SEGMENT_R, { ...detail(3, 'R'), ...fineOf(slip), message: slip.message }),
  ]
}

// FEBRABAN G073: 2 is a share of the amount, with two decimals as basis points have them.
function fineOf({ fineBps, dueOn }: RemittanceSlip) {
  return fineBps > 0 ? { fineCode: 2, fineFrom: addDays(dueOn, 1), fine: fineBps } : {}
}

function interestOf({ file }: Bank, { dailyInterestCents, dueOn }: RemittanceSlip) {
  return dailyInterestCents > 0n ? { interestCode: file.dailyInterestCode, interestFrom: addDays(dueOn, 1), interest: dailyInterestCents } : { interestCode: file.noInterestCode }
}

function slipRecord({ bank, account }: Remittance, slip: RemittanceSlip, detail: object): string {
  const { number, dueOn, issuedOn, amountCents } = slip
  const { protestCode, collectingAgency, closing, controls } = bank.file
  const documentNumber = String(number).padStart(bank.numberDigits, '0')
  return writeRecord(SEGMENT_P, {
    ...detail, ...accountOf(bank, account), ownNumber: bank.fileNumber(account, number), controls: controls(account), documentNumber, reference: documentNumber,
    dueOn, issuedOn, amount: amountCents, collectingAgency, ...interestOf(bank, slip), protestCode, closing,
  })
}

function batchTrailer({ bank, slips }: Remittance): string {
  const total = slips.reduce((sum, { amountCents }) => sum + amountCents, 0n)
  return writeRecord(BATCH_TRAILER, { bank: bank.code, batch: BATCH, type: 5, records: slips.length * 3 + BATCH_ENDS, slips: slips.length, total })
}

function fileTrailer({ bank }: Remittance, records: number): string {
  return writeRecord(FILE_TRAILER, { bank: bank.code, batch: LAST_BATCH, type: 9, batches: 1, records })
}
