import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { err, ok, type Result } from '../result.ts'
import { checkFrame, type BrokenLine } from './check-frame.ts'
import { FILE_HEADER, SEGMENT_T, SEGMENT_U } from './layouts.ts'
import { readRecord, type Layout } from './record.ts'

/** One thing that the bank says happened to a slip. */
export interface Occurrence {
  /** The line of its segment T, counted from 1. */
  line: number
  /** FEBRABAN C044: 02 entered, 03 refused, 06 paid, 09 written off, 17 paid after that. */
  code: string
  /** The slip's own number as it stands in the file. */
  ownNumber: string
  paidCents: bigint
  addedCents: bigint
  feeCents: bigint
  /** Why, in the bank's codes of two characters. */
  reasons: string[]
  occurredOn: LocalDate | null
  creditedOn: LocalDate | null
}

export interface ReturnFile {
  bankCode: string
  /** CNPJ of the company that the file is for, without zeros in front. */
  holderId: string
  agency: string
  account: string
  sequence: number
  writtenOn: LocalDate | null
  occurrences: Occurrence[]
}

/** Reads a bank's return file, segments T and U. Broken anywhere, it is refused whole, with every broken line. */
export function readReturn(text: string): Result<ReturnFile, BrokenLine[]> {
  const framed = checkFrame(text)
  if (!framed.ok) return framed
  const broken: BrokenLine[] = []
  const lines = framed.value
  const read = <L extends Layout>(layout: L, index: number): Record<keyof L, string> | null => {
    const record = readRecord(layout, lines[index] ?? '')
    if (!record.ok) broken.push({ line: index + 1, reason: 'wrong_field', field: record.error })
    return record.ok ? record.value : null
  }
  const header = read(FILE_HEADER, 0)
  const occurrences = lines.flatMap((line, i) => (segmentOf(line) === 'T' ? [occurrenceAt(lines, i, read, broken)] : []))
  if (!header || broken.length > 0) return err(broken)
  return ok({
    bankCode: header.bank.padStart(3, '0'), holderId: header.holderId, agency: header.agency, account: header.account,
    sequence: Number(header.sequence), writtenOn: header.writtenOn || null, occurrences: occurrences.filter((one) => one !== null),
  })
}

type Read = <L extends Layout>(layout: L, index: number) => Record<keyof L, string> | null

function occurrenceAt(lines: readonly string[], index: number, read: Read, broken: BrokenLine[]): Occurrence | null {
  if (segmentOf(lines[index + 1] ?? '') !== 'U') {
    broken.push({ line: index + 1, reason: 'segment_missing', field: 'U' })
    return null
  }
  const [what, money] = [read(SEGMENT_T, index), read(SEGMENT_U, index + 1)]
  if (!what || !money) return null
  return {
    line: index + 1, code: what.movement.padStart(2, '0'), ownNumber: what.ownNumber.trim(),
    paidCents: BigInt(money.paid), addedCents: BigInt(money.added), feeCents: BigInt(what.fee),
    reasons: (what.reasons.match(/../g) ?? []).filter((reason) => /[^0 ]/.test(reason)),
    occurredOn: money.occurredOn || null, creditedOn: money.creditedOn || null,
  }
}

function segmentOf(line: string): string {
  return line[7] === '3' ? (line[13] ?? '') : ''
}
