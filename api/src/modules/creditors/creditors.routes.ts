import formbody from '@fastify/formbody'
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import type { FastifyRequest } from 'fastify'
import { CreatedCreditor, CreditorInput, TokenAnswer, TokenRequest } from '@repactua/shared/contract/creditors.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asOperator } from '../../platform/http/who-asks.ts'
import { createCreditor } from './create-creditor.ts'
import { presentCreated } from './creditors.presenter.ts'
import { issueToken, type TokenAsk } from './issue-token.ts'

const TOKEN_SECONDS = 600

export const creditorRoutes: FastifyPluginAsyncTypebox = async (app) => {
  // RFC 6749 wants forms here; nowhere else may a form of another site post anything.
  await app.register(formbody)

  app.post('/oauth/token', {
    schema: {
      ...describe({ tag: 'Access', summary: 'Get an access token (client credentials)', description: 'RFC 6749, section 4.4: HTTP Basic or form fields. A token is valid for `expires_in` seconds; ask for a new one then. Without `scope` it may do all that the client may.' }, { 200: TokenAnswer }),
      consumes: ['application/x-www-form-urlencoded'],
      body: TokenRequest,
    },
    config: perMinute(60),
  }, async (request) => {
    const claims = await transact(request, (work) => issueToken(work, readAsk(request, request.body)))
    return { access_token: app.jwt.sign(claims), token_type: 'Bearer' as const, expires_in: TOKEN_SECONDS, scope: claims.scope }
  })

  app.post('/creditors', {
    schema: {
      ...describe({ tag: 'Creditors', summary: 'Make a creditor and its first client', description: 'For operators of the installation. The secret is shown this once.', security: 'creditor' }, { 201: CreatedCreditor }),
      headers: IdempotencyHeaders,
      body: CreditorInput,
    },
    onRequest: asOperator('creditors:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentCreated(await createCreditor(work, request.body))))
}

// RFC 6749, section 2.3.1: the parts of HTTP Basic are form-encoded.
function readAsk(request: FastifyRequest, body: TokenRequest): TokenAsk {
  const basic = /^Basic ([A-Za-z0-9+/=]+)$/i.exec(request.headers.authorization ?? '')?.[1]
  const [id = '', secret = ''] = basic ? Buffer.from(basic, 'base64').toString('utf8').split(':').map(decodeFormPart) : []
  return {
    grantType: body.grant_type,
    clientId: basic ? id : body.client_id ?? '',
    clientSecret: basic ? secret : body.client_secret ?? '',
    scope: body.scope,
  }
}

function decodeFormPart(part: string): string {
  try {
    return decodeURIComponent(part.replaceAll('+', ' '))
  } catch {
    return part
  }
}
