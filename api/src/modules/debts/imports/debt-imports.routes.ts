import { Readable } from 'node:stream'
import type { IncomingMessage } from 'node:http'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { IdOf } from '@repactua/shared/contract/common.ts'
import { DebtImport, ImportError } from '@repactua/shared/contract/debt-imports.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { markReplayed, onceKeyOf } from '../../../platform/http/run-once.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient } from '../../../platform/http/who-asks.ts'
import { readId } from '../../../platform/ids.ts'
import { creditorOf } from '../../../platform/work.ts'
import { presentImport } from './debt-imports.presenter.ts'
import { IMPORT_FORMATS, type ImportFormat } from './line-formats.ts'
import { readErrors, readImport } from './read-imports.ts'
import { receiveImport } from './receive-import.ts'
import { unpackBody } from '../../../platform/http/unpack-body.ts'

const tag = 'Debts'
const security = 'creditor'
const params = Type.Object({ id: IdOf('import') })
const AnyBytes = { content: Object.fromEntries(IMPORT_FORMATS.map((format) => [format, { schema: {} }])) }

/** A scope of its own: here, and only here, a body is handed over as the stream that it is, of whatever length. */
export const debtImportRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser([...IMPORT_FORMATS], (_request, payload, done) => done(null, payload))

  app.post('/debt-imports', {
    schema: {
      ...describe({
        tag, security,
        summary: 'Send a portfolio as a file',
        description: 'NDJSON, a line being the body of PUT with its `externalId`; or CSV in UTF-8 with a header: externalId, cpf, name, birthDate, email, phone, state, city, product, contractNumber, description, originalCreditor, principalCents, dueOn, lateFeeBps, defaultInterestMonthlyBps, interestMethod, dayCount, correctionIndex, specialLaw, legalInterestHistory, contractInterestMonthlyBps, contractInterestYearlyBps, contractInterestFrom, contractInterestMethod, contractInterestAfterDue (true or false), collectionFeesBps, collectionFeesClause, collectionFeesWork, imputationOrder (separated by |), interruptedOn, interruptedBy, segment, riskBand, tags (separated by |), between commas or semicolons. Optionally with `Content-Encoding: gzip`. Lines have up to 16 kB; a broken one is refused by itself. The file is merged after the answer: ask GET /v1/debt-imports/{id} until `status` is `completed` or `failed`. The same file again is a new import that changes nothing, all of its lines `unchanged`; with the same `Idempotency-Key` it is the same import. One file at a time: a second one meanwhile gets a 429 with `Retry-After`.',
      }, { 202: DebtImport }),
      consumes: [...IMPORT_FORMATS],
      headers: IdempotencyHeaders,
      body: AnyBytes,
    },
    onRequest: asClient('debts:write'),
  }, async (request, reply) => {
    const content = unpackBody(request.body as IncomingMessage)
    const { answer, isReplayed } = await receiveImport(app.platform, { ...whose(request), format: formatOf(request), content, once: onceKeyOf(request) })
    if (isReplayed) markReplayed(reply)
    return reply.status(202).send(answer)
  })

  app.get('/debt-imports/:id', {
    schema: { ...describe({ tag, security, summary: 'See how an import gets on' }, { 200: DebtImport }), params },
    onRequest: asClient('debts:read'),
  }, (request) => transact(request, async (work) => presentImport(await readImport(work, readId(request.params.id)))))

  app.get('/debt-imports/:id/errors', {
    schema: {
      ...describe({ tag, security, summary: 'Get the lines that were refused, as NDJSON', description: 'A line an error, in the order of the file: `line` counts from 1 (of a CSV the header is line 1) and `pointer` names the field as in the body of PUT, for a CSV too.' }, { 200: ImportError }),
      produces: ['application/x-ndjson'],
      params,
    },
    onRequest: asClient('debts:read'),
  }, async (request, reply) => {
    const { creditorId, id: importId } = await transact(request, (work) => readImport(work, readId(request.params.id)))
    return reply.type('application/x-ndjson').send(Readable.from(readErrors(app.platform, { creditorId, importId })) as never)
  })
}

function whose({ actor }: FastifyRequest): { creditorId: string } {
  if (!actor) throw new AppError('token_required')
  return { creditorId: creditorOf({ actor }) }
}

function formatOf({ headers }: FastifyRequest): ImportFormat {
  const mediaType = headers['content-type']?.split(';')[0]?.trim().toLowerCase()
  const format = IMPORT_FORMATS.find((known) => known === mediaType)
  if (!format) throw new AppError('unsupported_media_type')
  return format
}
