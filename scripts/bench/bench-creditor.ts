import { Readable } from 'node:stream'
import pg from 'pg'
import { createCreditor } from '@repactua/api/modules/creditors/index.ts'
import { mergeImport } from '@repactua/api/modules/debts/index.ts'
import { readId, showId } from '@repactua/api/platform/ids.ts'
import { DEMO_CREDITORS } from '../demo/creditors.ts'
import { portfolioLines } from '../demo/portfolio-lines.ts'
import type { BenchHouse } from './bench-house.ts'

type Answer = Record<string, unknown> & { id: string }

/** A creditor whose system may ask everything; what is not well ends the bench. */
export interface BenchCreditor {
  creditorId: string
  post(path: string, body?: object): Promise<Answer>
  get(path: string): Promise<Answer>
}

/** Makes a creditor and signs its system in. */
export async function makeBenchCreditor({ app, platform }: BenchHouse): Promise<BenchCreditor> {
  const { creditor, client } = await platform.transact({ kind: 'system' }, { nobody: true }, (work) => createCreditor(work, DEMO_CREDITORS.aurora.input))
  const authorization = `Bearer ${await signIn(app, client)}`
  const ask = async (method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> => {
    const headers = body instanceof Readable ? { authorization, 'content-type': 'application/x-ndjson' } : { authorization }
    const answer = await app.inject({ method, url: `/v1${path}`, headers, ...(body ? { payload: body } : {}) })
    if (answer.statusCode >= 300) throw new Error(`${path}: ${answer.body}`)
    return answer.json()
  }
  return { creditorId: creditor.id, post: (path, body) => ask('POST', path, body), get: (path) => ask('GET', path) }
}

async function signIn(app: BenchHouse['app'], { id, secret }: { id: string; secret: string }): Promise<string> {
  const basic = Buffer.from(`${showId('client', id)}:${secret}`).toString('base64')
  const headers = { authorization: `Basic ${basic}`, 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await app.inject({ method: 'POST', url: '/v1/oauth/token', headers, payload: 'grant_type=client_credentials' })
  return answer.json<{ access_token: string }>().access_token
}

export interface BenchPortfolio {
  today: string
  people: number
  /** How many times over the portfolio is there: people in their thousands are invented, those in their millions copied. */
  times: number
}

/** Sends the generated portfolio as a file and merges it, as a creditor would, then copies it in the database. */
export async function loadPortfolio({ platform, ownerUrl }: BenchHouse, { creditorId, post }: BenchCreditor, { today, people, times }: BenchPortfolio): Promise<void> {
  const { id } = await post('/debt-imports', Readable.from(portfolioLines({ creditor: 'aurora', today, people })))
  await mergeImport(platform, { creditorId, importId: readId(id) })
  const owner = new pg.Client({ connectionString: ownerUrl })
  await owner.connect()
  try {
    for (const table of times > 1 ? ['debtors', 'debts'] : []) await copyRows(owner, table, times)
    await owner.query('vacuum analyze debts, debtors')
  } finally {
    await owner.end()
  }
}

// Each copy is another person with other debts: new ids and a new index of the CPF, all else as it was.
async function copyRows(owner: pg.Client, table: string, times: number): Promise<void> {
  const { rows } = await owner.query<{ name: string }>('select column_name as name from information_schema.columns where table_name = $1 order by ordinal_position', [table])
  const changed: Record<string, string> = {
    id: "md5(t.id::text || n)::uuid",
    debtor_id: "md5(t.debtor_id::text || n)::uuid",
    external_id: "t.external_id || '-' || n",
    cpf_index: "sha256(t.cpf_index || convert_to(n::text, 'UTF8'))",
  }
  const values = rows.map(({ name }) => changed[name] ?? `t.${name}`)
  await owner.query(`insert into ${table} (${rows.map(({ name }) => name).join(', ')}) select ${values.join(', ')} from ${table} t, generate_series(2, ${times}) n`)
}
