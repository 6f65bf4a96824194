import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Challenge, Me, Session, SessionInput, SignInChallengeInput } from '@repactua/shared/contract/identity.ts'
import type { Result } from '../../core/result.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asDebtor, sessionTokenOf } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { endSession } from './end-session.ts'
import { presentChallenge, presentMe, presentSession } from './identity.presenter.ts'
import { networkOf } from './network-of.ts'
import { openSession, type Refusal } from './open-session.ts'
import { showMe } from './show-me.ts'
import { startSignIn } from './start-sign-in.ts'

// Wide, since a whole town may share a network: what protects a person is counted by CPF.
const challengesPerNetwork = { rateLimit: { max: 200, timeWindow: '1 hour', keyGenerator: ({ ip }: FastifyRequest) => networkOf(ip) } }

export const identityRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/sign-in-challenges', {
    schema: {
      ...describe({ tag: 'Debtor: sign-in', summary: 'Ask for a code', description: 'The same answer for a known and an unknown CPF. The code goes to the contact on file and is valid for five minutes; a new one ends the old.' }, { 202: Challenge }),
      headers: IdempotencyHeaders,
      body: SignInChallengeInput,
    },
    config: challengesPerNetwork,
  }, (request, reply) => runOnce(request, reply, 202, async (work) => presentChallenge(await startSignIn(work, { cpf: request.body.cpf, address: request.ip }))))

  app.post('/sessions', {
    schema: {
      ...describe({ tag: 'Debtor: sign-in', summary: 'Sign in with the code', description: 'Answers a session cookie. Three tries a code; a code opens one session.' }, { 201: Session }),
      body: SessionInput,
    },
  }, async (request, reply) => {
    const { challengeId, code } = request.body
    const ask = { challengeId: readId(challengeId), code, address: request.ip }
    const { token, person, session } = valueOf(await transact(request, (work) => openSession(work, ask)))
    void reply.status(201).setCookie(app.sessionCookie, token, cookieOptions(app))
    return presentSession(person, session)
  })

  app.delete('/sessions/current', {
    schema: describe({ tag: 'Debtor: sign-in', summary: 'Sign out, on every device', security: 'debtor' }, { 204: Type.Null() }),
  }, async (request, reply) => {
    await transact(request, (work) => endSession(work, sessionTokenOf(request)))
    return reply.clearCookie(app.sessionCookie, cookieOptions(app)).status(204).send(null)
  })

  app.get('/me', {
    schema: describe({ tag: 'Debtor: sign-in', summary: 'Who is signed in, and until when', security: 'debtor' }, { 200: Me }),
    onRequest: asDebtor,
  }, async (request) => {
    const { person, session } = await transact(request, (work) => showMe(work, sessionTokenOf(request)))
    return presentMe(person, session, app.demoBankUrl)
  })
}

// Thrown only here, after the commit: the try has been counted.
function valueOf<T>(outcome: Result<T, Refusal>): T {
  if (outcome.ok) return outcome.value
  const { code, ...details } = outcome.error
  throw new AppError(code, details)
}

// Without an age it ends with the browser. A name that begins with __Host- demands `secure`, as does https.
function cookieOptions({ sessionCookie }: FastifyInstance) {
  return { httpOnly: true, sameSite: 'strict', path: '/', secure: sessionCookie.startsWith('__Host-') } as const
}
