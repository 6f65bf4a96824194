import { cpfCheckDigits } from '@repactua/shared/br/cpf.ts'
import type { DebtImport, ImportError } from '@repactua/shared/contract/debt-imports.ts'
import type { DebtLine } from '@repactua/shared/contract/debts.ts'
import { mergeImport } from '@repactua/api/modules/debts/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'
import { debtInput, newExternalId } from './debt.ts'

export const NDJSON = 'application/x-ndjson'

/** A line of a portfolio file. */
export function debtLine(overrides: Partial<DebtLine> = {}): DebtLine {
  return { externalId: newExternalId(), ...debtInput(), ...overrides }
}

/** One of many lines that need no body each of their own; two of them a person. */
export function manyLine(i: number): DebtLine {
  const nine = String(300_000_000 + Math.floor(i / 2))
  return debtLine({ externalId: `MANY-${i}`, debtor: { cpf: nine + cpfCheckDigits(nine), name: 'Caio de Exemplo' } })
}

/** A file of lines; texts go in as they are. */
export function fileOf(lines: readonly (object | string)[]): string {
  return lines.map((one) => `${typeof one === 'string' ? one : JSON.stringify(one)}\n`).join('')
}

/** What one does with imports over HTTP, and their job. */
export function importsOf({ http, platform }: TestApp) {
  const send = ({ bearer }: TestCreditor, body: string | Buffer, headers: Record<string, string> = {}) =>
    http.post('/v1/debt-imports').set({ authorization: bearer, 'content-type': NDJSON, ...headers }).serialize((bytes: unknown) => bytes as string).send(body)
  const read = async ({ bearer }: TestCreditor, id: string) =>
    (await http.get(`/v1/debt-imports/${id}`).set('authorization', bearer).expect(200)).body as DebtImport
  const merge = ({ creditorId }: TestCreditor, id: string) => mergeImport(platform, { creditorId, importId: readId(id) })
  return {
    send, read, merge,
    /** Sends a file, does the job that it asked for, and gives back what came of it. */
    async importFile(creditor: TestCreditor, body: string | Buffer, headers: Record<string, string> = {}): Promise<DebtImport> {
      const { body: queued } = await send(creditor, body, headers).expect(202)
      await merge(creditor, queued.id as string)
      return read(creditor, queued.id as string)
    },
    async errorsOf({ bearer }: TestCreditor, id: string): Promise<ImportError[]> {
      const answer = await http.get(`/v1/debt-imports/${id}/errors`).set('authorization', bearer).buffer(true).parse(asText).expect(200).expect('content-type', /x-ndjson/)
      return (answer.body as string).split('\n').filter(Boolean).map((text) => JSON.parse(text) as ImportError)
    },
  }
}

function asText(answer: unknown, done: (error: Error | null, text: string) => void): void {
  const stream = answer as NodeJS.ReadableStream
  let text = ''
  stream.on('data', (chunk: Buffer) => (text += chunk.toString()))
  stream.on('end', () => done(null, text))
}
