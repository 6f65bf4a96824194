import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { CarrierChallenge, CarrierWebhookParams } from '@repactua/shared/contract/channels.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe } from '../../platform/http/openapi.ts'
import { proveSubscription } from './prove-subscription.ts'
import { receiveNews } from './receive-news.ts'

/** Meta puts up to three megabytes into one notification: https://developers.facebook.com/docs/whatsapp/cloud-api/guides/set-up-webhooks */
const LONGEST_NEWS = 3 * 1024 * 1024
/** Receipts of many messages a second come from few addresses. */
const PER_MINUTE = 30_000
/** TwiML that answers nothing; to the others its words are nothing. */
const TAKEN = '<Response></Response>'
const NOTHING = Buffer.alloc(0)

/** A scope of its own: here a body stays the bytes that were signed. */
export const carrierWebhookRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(['application/json', 'application/x-www-form-urlencoded', 'message/rfc822'], { parseAs: 'buffer' }, (_request, bytes, done) => done(null, bytes))

  app.post('/carrier-webhooks/:secret', {
    schema: {
      ...describe({ tag: 'Channels', summary: 'News of a carrier', description: 'For providers alone, at the address of `webhookUrl`: receipts, incoming messages, news of templates; and for a mail server’s pipe: delivery status notifications (RFC 3464) and complaints (RFC 5965). The signature is checked on the bytes; what came is kept, and read in a moment. Told again it is told once.' }, { 200: Type.String({ description: 'Empty TwiML' }) }),
      params: CarrierWebhookParams,
      body: { content: Object.fromEntries(['application/json', 'application/x-www-form-urlencoded', 'message/rfc822'].map((type) => [type, { schema: {} }])) },
    },
    bodyLimit: LONGEST_NEWS,
    config: perMinute(PER_MINUTE),
  }, async (request, reply) => {
    const headers = request.headers as Record<string, string | undefined>
    await receiveNews(app.platform, request.params.secret, { url: `${app.platform.publicUrl}${request.url}`, headers, bytes: (request.body as Buffer | undefined) ?? NOTHING })
    return reply.type('text/xml').send(TAKEN)
  })

  app.get('/carrier-webhooks/:secret', {
    schema: {
      ...describe({ tag: 'Channels', summary: 'Prove a webhook', description: 'For Meta alone: answers its challenge where the verify token is the account’s.' }, { 200: Type.String({ description: 'The challenge' }) }),
      params: CarrierWebhookParams, querystring: CarrierChallenge,
    },
    config: perMinute(60),
  }, async (request, reply) => {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = request.query
    return reply.type('text/plain').send(await proveSubscription(app.platform, request.params.secret, { mode, token, challenge }))
  })
}
