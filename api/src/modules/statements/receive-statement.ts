import { createHash } from 'node:crypto'
import type { StatementQuery } from '@repactua/shared/contract/statements.ts'
import type { BrokenLine, StatementLine } from '../../core/statements/types.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import type { Platform } from '../../platform/platform.ts'
import { creditorOf, type Actor, type Work } from '../../platform/work.ts'
import { applyCredits, previewCredits } from './apply-credits.ts'
import { BROKEN_WORDS } from './broken-words.ts'
import { groupCredits } from './groups.rules.ts'
import type { LineRecord } from './lines.repository.ts'
import { nameCredits } from './name-credits.ts'
import { pointCredits } from './point-credits.ts'
import { columnsOf, readFile, type StatementFormat } from './read-file.ts'
import { findStatement, insertStatement, type StatementRecord } from './statements.repository.ts'

export interface StatementFile {
  format: StatementFormat
  bytes: Buffer
  query: StatementQuery
}

export interface ReceivedStatement {
  statement: StatementRecord
  lines: LineRecord[]
}

/**
 * Takes in a bank's statement. It is read and checked whole first: broken, it is refused with its lines and nothing is
 * written. Then the credits of one agreement are a transaction of their own, each with one effect however often and in
 * whatever file it comes. A preview goes the same way and takes each step back.
 */
export async function receiveStatement(platform: Platform, actor: Actor, file: StatementFile): Promise<ReceivedStatement> {
  const movements = read(file)
  const run = <T>(step: (work: Work) => Promise<T>) => platform.transact(actor, { creditorId: creditorOf({ actor }) }, step)
  const [note, act] = file.query.preview ? [newStatement, previewCredits] : [noteStatement, applyCredits]
  const statement = await run(async (work) => note(work, file, movements))
  // What the bank foresees has not come yet.
  const credits = nameCredits(platform.keys, movements.filter(({ amountCents, postedOn }) => amountCents > 0n && postedOn <= platform.clock.today()))
  const lines: LineRecord[] = []
  for (const group of groupCredits(await run((work) => pointCredits(work, statement.creditorId, credits)))) {
    lines.push(...(await run((work) => act(work, statement, group))))
  }
  return { statement, lines: lines.sort((a, b) => a.line - b.line) }
}

function read({ bytes, format, query }: StatementFile): StatementLine[] {
  if (format === 'csv' && query.account === undefined) throw new AppError('invalid_request', { errors: [{ pointer: '/account', code: 'required', message: 'Diga de que conta é o arquivo.' }] })
  const movements = readFile(bytes, format, query)
  if (!movements.ok) throw new AppError('bank_file_broken', { errors: movements.error.map(findingOf) })
  return movements.value
}

async function noteStatement(work: Work, file: StatementFile, movements: readonly StatementLine[]): Promise<StatementRecord> {
  const statement = newStatement(work, file, movements)
  const { creditorId, id, sha256, format, creditCount, debitCount } = statement
  if (!(await insertStatement(work.tx, statement))) return (await findStatement(work.tx, creditorId, { sha256 }))!
  await recordChange(work, { creditorId, type: 'bank_statement.received', subject: showId('statement', id), data: { format, sha256: sha256.toString('hex'), credits: creditCount, debits: debitCount } })
  return statement
}

function newStatement(work: Work, { bytes, format, query }: StatementFile, movements: readonly StatementLine[]): StatementRecord {
  const days = movements.map(({ postedOn }) => postedOn).sort()
  const [credits, debits] = [movements.filter(({ amountCents }) => amountCents > 0n), movements.filter(({ amountCents }) => amountCents < 0n)]
  const sum = (lines: readonly StatementLine[]) => lines.reduce((total, { amountCents }) => total + amountCents, 0n)
  return {
    creditorId: creditorOf(work), id: work.newId(), format,
    // The same bytes read in another way are another statement.
    sha256: createHash('sha256').update(JSON.stringify([format, format === 'csv' && [columnsOf(query), query.account]])).update(bytes).digest(),
    beganOn: days[0] ?? null, endedOn: days.at(-1) ?? null,
    creditCount: credits.length, creditCents: sum(credits), debitCount: debits.length, debitCents: -sum(debits), createdAt: work.clock.now(),
  }
}

function findingOf({ line, reason, field }: BrokenLine): { pointer: string; code: string; message: string } {
  return { pointer: `/${line}`, code: reason, message: `Linha ${line}: ${BROKEN_WORDS[reason]}${field ? ` (${field.slice(0, 60)})` : ''}.` }
}
