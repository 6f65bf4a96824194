import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { MessageCodeParams, MessageLink, MessageLinkInput, MessageVerification, Unsubscription, UnsubscriptionParams } from '@repactua/shared/contract/message-checks.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { perMinute } from '../../../platform/http/limits.ts'
import { describe } from '../../../platform/http/openapi.ts'
import type { Work } from '../../../platform/work.ts'
import { readToken } from '../message-code.ts'
import { openLink, UNKNOWN_LINK } from './open-link.ts'
import { readUnsubscription, resubscribe, unsubscribe } from './unsubscribe.ts'
import { verifyMessage } from './verify-message.ts'

const PUBLIC = { tag: 'Public' } as const
const WAY_OUT = 'Whoever holds the address may: it tells nothing of the person. The same again answers the same.'

export const publicMessageRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // RFC 8058: a mail program posts `List-Unsubscribe=One-Click` in a form. The address says it all.
  app.addContentTypeParser(['application/x-www-form-urlencoded', 'multipart/form-data'], { parseAs: 'buffer' }, (_request, _bytes, done) => done(null))

  /** Runs a use case in a transaction that sees the message of one code and nothing else. */
  const withCode = <T>(code: string, useCase: (work: Work, code: string) => Promise<T>) => app.platform.transact({ kind: 'system' }, { verificationCode: code }, (work) => useCase(work, code))
  const withWayOut = <T>(token: string, useCase: (work: Work, code: string) => Promise<T>) => {
    const code = readToken(app.platform.keys, 'unsubscribe', token)
    if (code === null) throw new AppError('not_found')
    return withCode(code, useCase)
  }

  app.post('/message-links', {
    schema: { ...describe({ ...PUBLIC, summary: 'See where the link of a message leads', description: 'To a page behind the sign-in. It tells nothing of a person.' }, { 200: MessageLink }), body: MessageLinkInput },
    config: perMinute(30),
  }, async (request) => {
    const code = readToken(app.platform.keys, 'message-link', request.body.token)
    return code === null ? UNKNOWN_LINK : withCode(code, openLink)
  })

  app.get('/message-verifications/:code', {
    schema: { ...describe({ ...PUBLIC, summary: 'Check the code of a message', description: 'When it was sent, by what and for whom. It names no person and no matter.' }, { 200: MessageVerification }), params: MessageCodeParams },
    config: perMinute(30),
  }, (request) => withCode(request.params.code.replace('-', ''), verifyMessage))

  app.get('/unsubscriptions/:token', {
    schema: { ...describe({ ...PUBLIC, summary: 'See what the way out of a message stops', description: WAY_OUT }, { 200: Unsubscription }), params: UnsubscriptionParams },
    config: perMinute(30),
  }, (request) => withWayOut(request.params.token, readUnsubscription))

  app.post('/unsubscriptions/:token', {
    schema: { ...describe({ ...PUBLIC, summary: 'Take the way out of a message', description: `By one click of a mail program too (RFC 8058). ${WAY_OUT}` }, { 200: Unsubscription }), params: UnsubscriptionParams },
    config: perMinute(30),
  }, (request) => withWayOut(request.params.token, unsubscribe))

  app.delete('/unsubscriptions/:token', {
    schema: { ...describe({ ...PUBLIC, summary: 'Take the way out back', description: WAY_OUT }, { 200: Unsubscription }), params: UnsubscriptionParams },
    config: perMinute(30),
  }, (request) => withWayOut(request.params.token, resubscribe))
}
