import { err, ok, type Result } from '../result.ts'
import { BATCH_TRAILER, FILE_HEADER, FILE_TRAILER } from './layouts.ts'
import { readRecord, RECORD_LENGTH } from './record.ts'

/** What is wrong with a line of a file, counted from 1. */
export interface BrokenLine {
  line: number
  reason: 'wrong_length' | 'wrong_character' | 'no_return_file' | 'cut_off' | 'wrong_count' | 'other_bank' | 'wrong_field' | 'segment_missing'
  /** The field's or the segment's name, where the line is right but for that. */
  field?: string
}

const MOST_FINDINGS = 20
const FROM_BANK = '2'
/** Latin-1 without its control characters: what a file may hold. */
const PRINTED = /^[\x20-\x7e\xa0-\xff]*$/

/** The lines of a return file that is whole: right lengths and characters, header and trailer, and as many records as it says. */
export function checkFrame(text: string): Result<string[], BrokenLine[]> {
  const lines = text.replace(/\x1a?(\r?\n)*\x1a?$/, '').split(/\r?\n/)
  const broken = lines.flatMap((line, i) => brokenLine(line, i + 1))
  if (broken.length > 0) return err(broken.slice(0, MOST_FINDINGS))
  const finding = headerFinding(lines) ?? trailerFinding(lines) ?? batchFinding(lines)
  return finding ? err([finding]) : ok(lines)
}

function brokenLine(text: string, line: number): BrokenLine[] {
  if (text.length !== RECORD_LENGTH) return [{ line, reason: 'wrong_length' }]
  return PRINTED.test(text) ? [] : [{ line, reason: 'wrong_character' }]
}

function headerFinding(lines: readonly string[]): BrokenLine | null {
  const header = readRecord(FILE_HEADER, lines[0] ?? '')
  if (!header.ok || header.value.type !== '0' || header.value.direction !== FROM_BANK) return { line: 1, reason: 'no_return_file' }
  const other = lines.findIndex((line) => line.slice(0, 3) !== lines[0]?.slice(0, 3))
  return other < 0 ? null : { line: other + 1, reason: 'other_bank' }
}

function trailerFinding(lines: readonly string[]): BrokenLine | null {
  const trailer = readRecord(FILE_TRAILER, lines.at(-1) ?? '')
  if (!trailer.ok || trailer.value.type !== '9') return { line: lines.length, reason: 'cut_off' }
  return Number(trailer.value.records) === lines.length ? null : { line: lines.length, reason: 'wrong_count' }
}

// A batch runs from its header to its trailer, which says how many records it has.
function batchFinding(lines: readonly string[]): BrokenLine | null {
  let header = 0
  for (const [i, line] of lines.entries()) {
    if (line[7] === '1') header = i
    if (line[7] !== '5') continue
    const trailer = readRecord(BATCH_TRAILER, line)
    if (!trailer.ok || Number(trailer.value.records) !== i - header + 1) return { line: i + 1, reason: 'wrong_count' }
  }
  return null
}
