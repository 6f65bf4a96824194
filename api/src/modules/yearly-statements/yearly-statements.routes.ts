import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { VerificationCode } from '@repactua/shared/contract/agreements.ts'
import { YearlyStatement, YearlyStatementVerification } from '@repactua/shared/contract/yearly-statements.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { printStatement } from './print-statement.ts'
import { listStatements, verifyStatement } from './read-statements.ts'

const TAG = { tag: 'Debtor: agreements', security: 'debtor' } as const
const Pdf = Type.Unsafe<Buffer>({ type: 'string', format: 'binary' })

/** The yearly statements of discharge: one's own, and what anybody who holds one may check. */
export const yearlyStatementRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/yearly-statements', {
    schema: describe({ ...TAG, summary: 'My yearly statements of discharge, newest year first', description: 'One per creditor and year, from January on or the month after all of the year is paid (Lei 12.007/2009).' }, { 200: ListOf(YearlyStatement) }),
    onRequest: asDebtor,
  }, async (request) => ({ data: await transact(request, listStatements), nextCursor: null }))

  app.get('/me/creditors/:id/yearly-statements/:year.pdf', {
    schema: {
      ...describe({ ...TAG, summary: 'My yearly statement of discharge of a creditor, as a PDF' }, { 200: Pdf }),
      produces: ['application/pdf'],
      params: Closed({ id: IdOf('creditor'), year: Type.String({ pattern: '^\\d{4}$', maxLength: 4 }) }),
    },
    onRequest: asDebtor,
  }, async (request, reply) => {
    const { id, year } = request.params
    const bytes = await transact(request, (work) => printStatement(work, { creditorId: readId(id), year: Number(year) }, app.publicUrl))
    return reply.type('application/pdf').header('content-disposition', `inline; filename="declaracao-de-quitacao-${year}.pdf"`).send(bytes)
  })

  app.get('/yearly-statement-verifications/:code', {
    schema: { ...describe({ tag: 'Public', summary: 'Check the code of a yearly statement of discharge' }, { 200: YearlyStatementVerification }), params: Closed({ code: VerificationCode }) },
    config: perMinute(30),
  }, (request) => {
    const { code } = request.params
    return app.platform.transact({ kind: 'system' }, { verificationCode: code }, (work) => verifyStatement(work, code))
  })
}
