import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { BoletoRemittance, BoletoReturn } from '@repactua/shared/contract/boletos.ts'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { presentRemittance, presentReturn } from './bank-files.presenter.ts'
import { receiveReturn } from './receive-return.ts'
import { readRemittanceFile, writeRemittance } from './write-remittance.ts'

const TAG = { tag: 'Boletos', security: 'creditor' } as const
/** Some 5,000 slips: far beyond one creditor's day. */
const LONGEST_FILE = 2_500_000
const BankFile = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** Files to and from the bank. */
export const bankFileRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/boleto-remittances', {
    schema: {
      ...describe({ ...TAG, summary: 'Write a file for the bank with the new boletos', description: 'CNAB 240, segments P, Q and R, of what no file has had yet. With the same `Idempotency-Key` it is the same file; otherwise each boleto is in one file. Those that no longer ask for what is open stay out.' }, { 201: BoletoRemittance }),
      headers: IdempotencyHeaders,
    },
    onRequest: asClient('payments:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentRemittance(await writeRemittance(work), app.publicUrl)))

  app.get('/boleto-remittances/:id/file', {
    schema: { ...describe({ ...TAG, summary: 'Get a file for the bank, byte for byte' }, { 200: BankFile }), produces: ['text/plain'], params: Closed({ id: IdOf('remittance') }) },
    onRequest: asClient('payments:write'),
  }, async (request, reply) => {
    const { sequence, bytes } = await transact(request, (work) => readRemittanceFile(work, readId(request.params.id)))
    const name = `remessa-${String(sequence).padStart(6, '0')}.rem`
    return reply.type('text/plain; charset=iso-8859-1').header('content-disposition', `attachment; filename="${name}"`).send(bytes)
  })

  await app.register(returnRoutes)
}

/** A scope of its own: here, and only here, a body is plain text, in the letters of banks. */
const returnRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('text/plain', { parseAs: 'buffer' }, (_request, bytes, done) => done(null, (bytes as Buffer).toString('latin1')))

  app.post('/boleto-returns', {
    schema: {
      ...describe({ ...TAG, summary: 'Take in a return file of the bank', description: 'CNAB 240 in Latin-1, segments T and U, as the bank gave it. 06 and 17 post a payment, 02, 03 and 09 mark the boleto; each has one effect, so the same file again changes nothing. A file that is broken anywhere, or of another company, is refused whole: `errors` names the lines. What does not fit stands in `exceptions`: its money is written down and held (`exceptionId`). Short and over go the way of every payment.' }, { 200: BoletoReturn }),
      consumes: ['text/plain'],
      body: { content: { 'text/plain': { schema: Type.String({ maxLength: LONGEST_FILE }) } } },
    },
    bodyLimit: LONGEST_FILE,
    onRequest: asClient('payments:write'),
  }, async (request) => {
    if (!request.actor) throw new AppError('token_required')
    return presentReturn(await receiveReturn(app.platform, request.actor, request.body as string))
  })
}
