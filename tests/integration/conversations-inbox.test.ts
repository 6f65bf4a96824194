import type { Conversation, ConversationWhole } from '@repactua/shared/contract/conversations.ts'
import { alarmConversations, settlePromises } from '@repactua/api/modules/conversations/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import { afterEach, expect, test } from 'vitest'
import { writer } from '../builders/conversation.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput } from '../builders/person.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const desk = { platform, logger: createLogger('silent') }

const MONDAY_MORNING = '2026-11-23T13:00:00.000Z'
afterEach(() => clock.moveTo(SOME_DAY))

let phones = 0
async function waiting(text = 'quero falar com alguem', status = 'waiting') {
  const creditor = await makeCreditor(testApp)
  const phone = `+55119${String(70_000_000 + ++phones)}`
  const debtor = personInput({ phone })
  const debt = await makeDebt(testApp, creditor, { debtor })
  const person = writer(testApp, rows, { creditorId: creditor.creditorId, from: phone })
  await person.write(text)
  const { data } = await list(creditor, status)
  return { creditor, debtor, debt, phone, person, id: data[0]!.id }
}
type Waiting = Awaited<ReturnType<typeof waiting>>

const list = async ({ bearer }: Pick<TestCreditor, 'bearer'>, status = 'waiting') => (await http.get('/v1/conversations').query({ status }).set('authorization', bearer).expect(200)).body as { data: Conversation[] }
const read = async ({ creditor, id }: Waiting) => (await http.get(`/v1/conversations/${id}`).set('authorization', creditor.bearer).expect(200)).body as ConversationWhole
const post = ({ creditor, id }: Pick<Waiting, 'creditor' | 'id'>, act: string, body: object) => http.post(`/v1/conversations/${id}/${act}`).set('authorization', creditor.bearer).send(body)
const eventsOf = async ({ creditor }: Waiting, like: string) => (await rows<{ type: string }>('select type from outbox_events where creditor_id = $1 and type like $2 order by position', [creditor.creditorId, like])).map(({ type }) => type)

test('who asks for a person stands in the inbox, with all that was said and no number in full', async () => {
  const who = await waiting()
  expect(await list(who.creditor)).toMatchObject({ data: [{ status: 'waiting', waitingFor: 'person', waitingSince: SOME_DAY, overdue: false, claimedBy: null, channel: 'whatsapp', identifiedDebtorId: null }] })
  const whole = await read(who)
  expect(whole.messages.map(({ author, heard }) => [author, heard])).toEqual([['person', 'person'], ['machine', null]])
  expect(whole.addressMasked).toBe(`(11) *****-${who.phone.slice(-4)}`)
  expect(whole.debtorIds).toHaveLength(1)
  expect(await list(who.creditor, 'automatic')).toMatchObject({ data: [] })
})

test('an agent answers, the machine is silent, and another agent waits', async () => {
  const who = await waiting()
  const answered = (await post(who, 'messages', { agent: 'Ana', text: 'Oi, em que posso ajudar?' }).expect(201)).body as ConversationWhole
  expect(answered).toMatchObject({ status: 'with_person', claimedBy: 'Ana', waitingSince: null })
  expect(answered.messages.at(-1)).toMatchObject({ author: 'agent', agent: 'Ana', text: 'Oi, em que posso ajudar?', status: 'planned' })
  expect((await post(who, 'messages', { agent: 'Rui', text: 'Oi.' }).expect(409)).body.code).toBe('conversation_claimed')
  expect((await post(who, 'claim', { agent: 'Rui' }).expect(409)).body.code).toBe('conversation_claimed')
  expect(await who.person.write('quanto devo')).toBe('')
  clock.advance(16 * 60_000)
  await post(who, 'claim', { agent: 'Rui' }).expect(200)
  expect(await eventsOf(who, 'conversation.%')).toEqual(['conversation.waiting', 'conversation.answered'])
})

test('two agents at once: one of them has it', async () => {
  const who = await waiting()
  const answers = await Promise.all(['Ana', 'Rui', 'Bia'].map((agent) => post(who, 'claim', { agent })))
  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 409, 409])
})

test('closed, the machine answers again; twice is once', async () => {
  const who = await waiting()
  await post(who, 'messages', { agent: 'Ana', text: 'Está resolvido.' }).expect(201)
  for (let i = 0; i < 2; i += 1) expect((await post(who, 'closure', { agent: 'Ana' }).expect(200)).body).toMatchObject({ status: 'automatic', claimedBy: null, waitingFor: null })
  expect(await who.person.write('menu')).toContain('Escreva um número')
  expect(await eventsOf(who, 'conversation.closed')).toHaveLength(1)
})

test('to who asked for no more messages nobody writes, and after a day WhatsApp takes no free text', async () => {
  const who = await waiting()
  await who.person.write('parar')
  expect((await post(who, 'messages', { agent: 'Ana', text: 'Só mais uma coisa.' }).expect(409)).body.code).toBe('conversation_stopped')
  const late = await waiting()
  clock.advance(24 * 3_600_000)
  expect((await post(late, 'messages', { agent: 'Ana', text: 'Desculpe a demora.' }).expect(409)).body.code).toBe('conversation_window_closed')
})

test('words that threaten or shame are refused, and say what to write instead', async () => {
  const who = await waiting()
  const { body } = await post(who, 'messages', { agent: 'Ana', text: 'Pague hoje ou seu nome vai para o Serasa.' }).expect(422)
  expect(body).toMatchObject({ code: 'message_template_refused', errors: [{ pointer: '/text' }] })
})

test('with a person there, what protects is still done', async () => {
  const who = await waiting()
  await post(who, 'messages', { agent: 'Ana', text: 'Oi.' }).expect(201)
  expect(await who.person.write('ja paguei')).toBe('')
  expect(await rows('select reason from debt_holds where creditor_id = $1', [who.creditor.creditorId])).toEqual([{ reason: 'payment_search' }])
})

test('one who waits too many working hours is told of once; a weekend does not count', async () => {
  const who = await waiting()
  clock.moveTo(MONDAY_MORNING)
  await alarmConversations(desk)
  expect(await eventsOf(who, 'conversation.overdue')).toEqual([])
  clock.advance(4 * 3_600_000)
  await alarmConversations(desk)
  await alarmConversations(desk)
  expect(await eventsOf(who, 'conversation.overdue')).toEqual(['conversation.overdue'])
  expect((await read(who)).overdue).toBe(true)
})

test('nobody reads or answers what is not theirs', async () => {
  const [who, other] = [await waiting(), await waiting()]
  const stranger = { creditor: other.creditor, id: who.id }
  await http.get(`/v1/conversations/${who.id}`).set('authorization', other.creditor.bearer).expect(404)
  for (const act of ['claim', 'closure']) await post(stranger, act, { agent: 'Ana' }).expect(404)
  await post(stranger, 'messages', { agent: 'Ana', text: 'Oi.' }).expect(404)
})

async function promised() {
  const who = await waiting('oi', 'automatic')
  await who.person.write('pago dia 25')
  await who.person.write(`12/04/1985 ${who.debtor.cpf.slice(-3)}`)
  return who
}
const promisesOf = async ({ creditor }: Pick<Waiting, 'creditor'>) => ((await http.get('/v1/promises').set('authorization', creditor.bearer).expect(200)).body.data as { status: string }[]).map(({ status }) => status)

test('a promise is missed once a payment of its day would be known, and void where nothing is owed', async () => {
  const [who, over] = [await promised(), await promised()]
  await http.post(`/v1/debts/${over.debt.externalId}/withdrawal`).set('authorization', over.creditor.bearer).send({ reason: 'error' }).expect(200)
  clock.moveTo('2026-11-26T15:00:00.000Z')
  await settlePromises(desk)
  expect([await promisesOf(who), await promisesOf(over)]).toEqual([['pending'], ['void']])
  clock.moveTo('2026-11-27T15:00:00.000Z')
  await settlePromises(desk)
  await settlePromises(desk)
  expect(await promisesOf(who)).toEqual(['missed'])
  expect(await eventsOf(who, 'promise.%')).toEqual(['promise.made', 'promise.missed'])
})
