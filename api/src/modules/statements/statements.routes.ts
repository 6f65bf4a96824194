import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { BankStatement, BankStatementWithLines, StatementLinesQuery, StatementListQuery, StatementQuery } from '@repactua/shared/contract/statements.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { STATEMENT_FORMATS } from './read-file.ts'
import { listStatements, readStatement } from './read-statements.ts'
import { receiveStatement } from './receive-statement.ts'
import { presentRead, presentReceived, presentStatement } from './statements.presenter.ts'

const TAG = { tag: 'Payments', security: 'creditor' } as const
/** Some 20,000 movements. */
const LONGEST_FILE = 8_000_000
const MEDIA_TYPES = Object.keys(STATEMENT_FORMATS) as (keyof typeof STATEMENT_FORMATS)[]
const AnyBytes = { content: Object.fromEntries(MEDIA_TYPES.map((type) => [type, { schema: {} }])) }

/** Statements of bank accounts, and what their credits did. */
export const statementRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/bank-statements', {
    schema: { ...describe({ ...TAG, summary: 'The statements that came, newest first' }, { 200: ListOf(BankStatement) }), querystring: StatementListQuery },
    onRequest: asClient('payments:read'),
  }, async (request) => {
    const { statements, nextCursor } = await transact(request, (work) => listStatements(work, request.query))
    return { data: statements.map((one) => presentStatement(one)), nextCursor }
  })

  app.get('/bank-statements/:id', {
    schema: { ...describe({ ...TAG, summary: 'A statement, and what each of its credits did', description: 'In the order of the file. `lines.nextCursor` goes into `after`.' }, { 200: BankStatementWithLines }), params: Closed({ id: IdOf('statement') }), querystring: StatementLinesQuery },
    onRequest: asClient('payments:read'),
  }, async (request) => presentRead(app.platform.keys, await transact(request, (work) => readStatement(work, readId(request.params.id), request.query))))

  await app.register(uploadRoutes)
}

/** A scope of its own: here, and only here, a body is a bank's file. */
const uploadRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(MEDIA_TYPES, { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))

  app.post('/bank-statements', {
    schema: {
      ...describe({ ...TAG, summary: 'Take in the statement of a bank account', description: 'OFX 1 or 2 as the bank gives it, or CSV in UTF-8 or Latin-1, between semicolons or commas, with days as 20/11/2026 or 2026-11-20 and amounts as 1.234,56 or 1234.56; the query names its columns and its account. Up to 8 MB and 20,000 movements. A broken file is refused whole: `errors` names the lines. A credit that names the txid of a charge pays that; one that names a CPF and comes to an amount that is open in one running agreement of that person alone pays that; every other one waits in GET /v1/payment-exceptions. The amount alone never decides. Each credit has one effect, in whatever file it comes and whoever told of it before; the same file again is the same statement. The answer has the first 200 credits, of a preview 1,000.' }, { 200: BankStatementWithLines }),
      consumes: [...MEDIA_TYPES],
      querystring: StatementQuery,
      body: AnyBytes,
    },
    bodyLimit: LONGEST_FILE,
    onRequest: asClient('payments:write'),
  }, async (request) => {
    if (!request.actor) throw new AppError('token_required')
    const { query } = request
    const received = await receiveStatement(app.platform, request.actor, { format: formatOf(request), bytes: request.body as Buffer, query })
    return presentReceived(app.platform.keys, received, query.preview === true)
  })
}

function formatOf({ headers }: FastifyRequest): (typeof STATEMENT_FORMATS)[keyof typeof STATEMENT_FORMATS] {
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const known = MEDIA_TYPES.find((type) => type === mediaType)
  if (!known) throw new AppError('unsupported_media_type')
  return STATEMENT_FORMATS[known]
}
