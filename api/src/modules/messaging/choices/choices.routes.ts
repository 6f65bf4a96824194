import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { ContactChoiceInput, ContactChoices, CreditorContactChoices, HeardWishInput, PushSubscriptionEnd, PushSubscriptionInput } from '@repactua/shared/contract/contact-choices.ts'
import { perMinute } from '../../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../../platform/http/openapi.ts'
import { runOnce } from '../../../platform/http/run-once.ts'
import { transact } from '../../../platform/http/transact.ts'
import { asClient, asDebtor } from '../../../platform/http/who-asks.ts'
import type { Work } from '../../../platform/work.ts'
import { dropSubscription } from '../push/drop-subscription.ts'
import { keepSubscription } from '../push/keep-subscription.ts'
import { changeChoice } from './change-choice.ts'
import { presentChoices, presentForCreditor } from './choices.presenter.ts'
import { hearWish } from './hear-wish.ts'
import { pauseContact, resumeContact } from './pause-contact.ts'
import { readChoices } from './read-choices.ts'

const MINE = { tag: 'Debtor: contact', security: 'debtor' } as const

export const choiceRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/contact-choices', {
    schema: {
      ...describe({ tag: 'Messages', security: 'creditor', summary: 'Write down a wish that you heard', description: 'What a person said by phone or by letter, of this creditor alone. An `allow` for `whatsapp` is the yes that WhatsApp asks for before the first message. What the person stopped on their own is theirs to lift: then an `allow` is refused. The same again changes nothing. The CPF travels in the body, so that no log keeps it.' }, { 200: CreditorContactChoices }),
      headers: IdempotencyHeaders,
      body: HeardWishInput,
    },
    onRequest: asClient('messages:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentForCreditor(await hearWish(work, request.body))))

  app.get('/me/contact-choices', {
    schema: describe({ ...MINE, summary: 'By which channels I am written to, and of what' }, { 200: ContactChoices }),
    onRequest: asDebtor,
  }, (request) => transact(request, answer))

  app.put('/me/contact-choices', {
    schema: { ...describe({ ...MINE, summary: 'Choose one channel for one purpose', description: 'Of one creditor, or of all. It counts from the next message on. What is off for all stays off for each.' }, { 200: ContactChoices }), body: ContactChoiceInput },
    config: perMinute(60),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => {
    await changeChoice(work, request.body)
    return answer(work)
  }))

  app.put('/me/contact-pause', {
    schema: describe({ ...MINE, summary: 'Pause for thirty days', description: 'Nobody writes or calls of debts; what belongs to an agreement or a request still comes.' }, { 200: ContactChoices }),
    config: perMinute(10),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => {
    await pauseContact(work)
    return answer(work)
  }))

  app.delete('/me/contact-pause', {
    schema: describe({ ...MINE, summary: 'End the pause' }, { 200: ContactChoices }),
    config: perMinute(10),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => {
    await resumeContact(work)
    return answer(work)
  }))

  app.put('/me/push-subscriptions', {
    schema: { ...describe({ ...MINE, summary: 'Take pushes in this browser', description: 'The same browser again is one. Of more than ten the oldest are dropped.' }, { 200: ContactChoices }), body: PushSubscriptionInput },
    config: perMinute(10),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => {
    await keepSubscription(work, request.body)
    return answer(work)
  }))

  app.delete('/me/push-subscriptions', {
    schema: { ...describe({ ...MINE, summary: 'Take no more pushes in this browser' }, { 200: ContactChoices }), body: PushSubscriptionEnd },
    config: perMinute(10),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => {
    await dropSubscription(work, request.body.endpoint)
    return answer(work)
  }))
}

async function answer(work: Work): Promise<ContactChoices> {
  return presentChoices(await readChoices(work))
}
