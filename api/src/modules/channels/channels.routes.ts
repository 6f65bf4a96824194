import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { ChannelAccount, ChannelAccountInput, ChannelAccountParams, PushKey, WhatsappTemplate, WhatsappTemplateInput, WhatsappTemplateList } from '@repactua/shared/contract/channels.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { presentAccount, presentTemplate } from './channels.presenter.ts'
import { vapidPublicKey } from './push/vapid.ts'
import { readAccount, removeAccount, setAccount } from './set-account.ts'
import { listTemplates, submitTemplate } from './submit-template.ts'

const TAG = { tag: 'Channels', security: 'creditor' } as const

/** By which carriers a creditor's messages go out. */
export const channelRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/channel-accounts/:channel', {
    schema: { ...describe({ ...TAG, summary: 'Read by which carrier one sends on a channel', description: 'No secret is shown. At the provider, receipts and incoming messages go to `webhookUrl`.' }, { 200: ChannelAccount }), params: ChannelAccountParams },
    onRequest: asClient('settings:read'),
  }, (request) => transact(request, async (work) => presentAccount(await readAccount(work, request.params.channel), app.platform)))

  app.put('/channel-accounts/:channel', {
    schema: {
      ...describe({ ...TAG, summary: 'Set by which carrier one sends on a channel', description: 'From the next message on. E-mail goes by the installation’s own server, under the creditor’s name. Of a provider’s protocol any address can be named that keeps it.' }, { 200: ChannelAccount }),
      params: ChannelAccountParams, headers: IdempotencyHeaders, body: ChannelAccountInput,
    },
    onRequest: asClient('settings:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentAccount(await setAccount(work, request.params.channel, request.body), app.platform)))

  app.delete('/channel-accounts/:channel', {
    schema: { ...describe({ ...TAG, summary: 'Send no more by a carrier', description: 'Its secrets are gone at once, and its webhooks are refused from then on.' }, { 204: Type.Null() }), params: ChannelAccountParams },
    onRequest: asClient('settings:write'),
  }, async (request, reply) => {
    await transact(request, (work) => removeAccount(work, request.params.channel))
    return reply.status(204).send(null)
  })

  app.get('/channel-accounts/whatsapp/templates', {
    schema: describe({ ...TAG, summary: 'List one’s WhatsApp templates', description: 'With what their reviewers said of them. All of them on one page.' }, { 200: WhatsappTemplateList }),
    onRequest: asClient('settings:read'),
  }, (request) => transact(request, async (work) => ({ data: (await listTemplates(work)).map(presentTemplate), nextCursor: null })))

  app.post('/channel-accounts/whatsapp/templates', {
    schema: {
      ...describe({ ...TAG, summary: 'Have a WhatsApp template approved', description: 'A conversation may begin with an approved text alone. At Meta it is submitted, and `status` follows its reviewers by webhook; at Twilio and Zenvia name the one that was approved there. The same name and language again takes its place.' }, { 201: WhatsappTemplate }),
      headers: IdempotencyHeaders, body: WhatsappTemplateInput,
    },
    onRequest: asClient('settings:write'),
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentTemplate(await submitTemplate(work, request.body))))

  app.get('/push-key', {
    schema: describe({ tag: 'Public', summary: 'Read the key that browsers subscribe to push by', description: 'RFC 8292. Not found where this installation sends no push.' }, { 200: PushKey }),
  }, () => {
    const { vapidKey } = app.platform
    if (!vapidKey) throw new AppError('not_found')
    return { publicKey: vapidPublicKey(vapidKey) }
  })
}
