import type { ConversationWhole } from '@repactua/shared/contract/conversations.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import { indexNumbers, remindersOfEnded, sendPixCode } from '@repactua/api/modules/conversations/index.ts'
import { afterEach, expect, test } from 'vitest'
import { signedAgreement, type Situation } from '../builders/agreement.ts'
import { SITE, writer } from '../builders/conversation.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { personInput, signInWithCode } from '../builders/person.ts'
import { publishPolicy } from '../builders/policy.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder } from '../support/books.ts'
import { rowsOf } from '../support/rows.ts'
import { takeJobs } from '../support/waiting-jobs.ts'

const testApp = await startApp()
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)

afterEach(() => clock.moveTo(SOME_DAY))

let phones = 0
const newPhone = () => `+55119${String(80_000_000 + ++phones)}`

/** A creditor with a policy, and a person who owes it R$ 1.083,23 and writes from the number on file. */
async function reached({ tellsBalances = true, channel = 'whatsapp', debts = 1 }: { tellsBalances?: boolean; channel?: 'sms' | 'whatsapp'; debts?: number } = {}) {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor)
  await http.patch('/v1/creditors/me/settings').set('authorization', creditor.bearer).send({ tellsBalances }).expect(200)
  const phone = newPhone()
  const debtor = personInput({ name: 'Marina Exemplo', phone })
  const owed: Debt[] = []
  for (let i = 0; i < debts; i += 1) owed.push(await makeDebt(testApp, creditor, { debtor }))
  const { creditorId } = creditor
  return { creditor, creditorId, phone, debtor, debt: owed[0]!, cpf: debtor.cpf, ...writer(testApp, rows, { creditorId, from: phone, channel }) }
}
type Reached = Awaited<ReturnType<typeof reached>>

const answerOf = ({ cpf }: { cpf: string }) => `12/04/1985 ${cpf.slice(-3)}`
const debtOf = async ({ creditor, debt }: Reached) => (await http.get(`/v1/debts/${debt.externalId}`).set('authorization', creditor.bearer).expect(200)).body as Debt
const eventsOf = async ({ creditorId }: Pick<Reached, 'creditorId'>, like: string) => (await rows<{ type: string }>('select type from outbox_events where creditor_id = $1 and type like $2 order by position', [creditorId, like])).map(({ type }) => type)
const wishesOf = ({ creditorId }: Reached) => rows<{ channel: string; purpose: string; source: string; until: Date }>('select channel, purpose, source, until from contact_choices where creditor_id = $1 order by channel', [creditorId])

test('"quanto devo" is told to who shows who they are, and leads to the portal', async () => {
  const who = await reached()
  const asked = await who.write('oi, qnt devo?')
  expect(asked).toContain('3 últimos números do CPF')
  expect(asked).not.toMatch(/\d{3},\d{2}|Marina|dívida/)
  const told = await who.write(answerOf(who))
  expect(told).toMatch(/R\$\s1\.083,23/)
  expect(told).toContain(`${SITE}/dividas/creditor_${who.creditorId}/escolher`)
  expect(await who.write('quanto devo')).toMatch(/R\$\s1\.083,23/)
  clock.advance(31 * 60_000)
  expect(await who.write('quanto devo')).toContain('3 últimos números do CPF')
  await expectBooksInOrder(testApp)
})

test('without the creditor’s switch, and by SMS, there is a link and no question', async () => {
  for (const who of [await reached({ tellsBalances: false }), await reached({ channel: 'sms' })]) {
    for (const sentence of ['quanto devo', 'quero negociar', 'manda o pix']) expect(await who.write(sentence)).toBe(`Para ver tudo com segurança, entre com seu CPF em ${SITE}/dividas. Se preferir, escreva PESSOA.`)
  }
})

test('a number that is not on file hears word for word what any other hears', async () => {
  const { creditorId } = await reached({ tellsBalances: false })
  const stranger = writer(testApp, rows, { creditorId, from: newPhone() })
  expect(await stranger.write('quanto devo')).toBe(`Para ver tudo com segurança, entre com seu CPF em ${SITE}/dividas. Se preferir, escreva PESSOA.`)
})

test('three answers that are not right bring a person, and a right one after them changes nothing', async () => {
  const who = await reached()
  await who.write('quanto devo')
  const wrong = `12/04/1985 ${who.cpf.endsWith('000') ? '001' : '000'}`
  expect(await who.write(wrong)).toContain('Não conferiu')
  expect(await who.write('quanto devo')).toContain('3 últimos')
  expect(await who.write(wrong)).toContain('Não conferiu')
  expect(await who.write(wrong)).toContain('uma pessoa da equipe')
  expect(await who.write(answerOf(who))).toContain('Uma pessoa da equipe lê')
  expect(await eventsOf(who, 'conversation.%')).toEqual(['conversation.waiting'])
})

test('of a household with one number each is told their own', async () => {
  const who = await reached()
  const other = personInput({ name: 'Pedro Exemplo', phone: who.phone, birthDate: '1990-07-01' })
  await makeDebt(testApp, who.creditor, { debtor: other, principalCents: 10_000 })
  await who.write('quanto devo')
  expect(await who.write(`01/07/1990 ${other.cpf.slice(-3)}`)).toMatch(/R\$\s110,53/)
  expect(await who.write('obrigado')).not.toMatch(/Marina|Pedro/)
})

test('in a household one’s own right answers buy no guesses at another’s', async () => {
  const who = await reached()
  const other = personInput({ name: 'Pedro Exemplo', phone: who.phone, birthDate: '1990-07-01' })
  await makeDebt(testApp, who.creditor, { debtor: other, principalCents: 10_000 })
  const wrong = `12/04/1985 ${who.cpf.endsWith('000') ? '001' : '000'}`
  const guess = async () => {
    await who.write('parar')
    await who.write('quanto devo')
    return who.write(wrong)
  }
  expect([await guess(), await guess()].join(' ')).not.toContain('uma pessoa da equipe')
  await who.write('quanto devo')
  await who.write(`01/07/1990 ${other.cpf.slice(-3)}`)
  expect(await guess()).toContain('uma pessoa da equipe')
})

test('two machines that answer each other fall silent; what is said is still done', async () => {
  const who = await reached()
  const answers: string[] = []
  for (let i = 0; i < 25; i += 1) answers.push(await who.write('Oi, bom dia'))
  expect(answers.filter((answer) => answer !== '')).toHaveLength(20)
  expect(await who.write('parar')).toBe('')
  expect(await wishesOf(who)).toMatchObject([{ channel: 'whatsapp', source: 'reply' }])
  clock.advance(61 * 60_000)
  expect(await who.write('oi')).not.toBe('')
})

test('options are numbers that lead to where they are checked and signed', async () => {
  const who = await reached()
  await who.write('quero negociar')
  const options = await who.write(answerOf(who))
  expect(options).toMatch(/1\) à vista R\$\s588,00\n2\) 2 vezes/)
  expect(await who.write('7')).toContain('número da opção')
  expect(await who.write('2')).toContain(`${SITE}/negociar/creditor_${who.creditorId}`)
  expect(await rows('select id from agreements where creditor_id = $1', [who.creditorId])).toEqual([])
})

test('the code of an installment comes as a message of its own', async () => {
  const who = await reached()
  const cookie = await signInWithCode(testApp, who.cpf)
  const situation: Situation = { ...who, cookie }
  await signedAgreement(testApp, situation)
  await who.write('me manda a segunda via')
  expect(await who.write(answerOf(who))).toContain('na próxima mensagem')
  const [job] = await takeJobs(rows, 'send-pix-code')
  await sendPixCode(platform, job!)
  const { messages } = await whole(who)
  expect(messages.at(-1)!.text).toMatch(/^000201.*6304[0-9A-F]{4}$/)
})

test('a day is noted, rulers are silent until it is over, and another day takes its place', async () => {
  const who = await reached()
  expect(await who.write('pago dia 10')).toContain('3 últimos')
  expect(await who.write(answerOf(who))).toContain('Anotado: 10/12/2026')
  expect(await wishesOf(who)).toEqual([{ channel: null, purpose: 'collection', source: 'reply', until: new Date('2026-12-11T02:59:59.999Z') }])
  const [reminder] = await rows<{ id: string; step_key: string; not_before: Date }>('select id, step_key, not_before from messages where creditor_id = $1', [who.creditorId])
  expect(reminder!.not_before.toISOString()).toBe('2026-12-09T03:00:00.000Z')
  expect(await who.write('quero combinar um dia')).toContain('Em que dia')
  expect(await who.write('fim do mês')).toContain('Não entendi o dia')
  expect(await who.write('31/01')).toContain('até 22/12/2026')
  clock.advance(1_000)
  expect(await who.write('dia 5')).toContain('Anotado: 05/12/2026')
  const { body } = await http.get('/v1/promises').set('authorization', who.creditor.bearer).expect(200)
  expect(body.data.map(({ promisedOn, status }: { promisedOn: string; status: string }) => [promisedOn, status])).toEqual([['2026-12-05', 'pending'], ['2026-12-10', 'replaced']])
  expect(await eventsOf(who, 'promise.%')).toEqual(['promise.made', 'promise.made'])
  const asked = await rows<{ id: string; creditorId: string; stepKey: string; debtorId: string }>('select id, creditor_id as "creditorId", step_key as "stepKey", debtor_id as "debtorId" from messages where creditor_id = $1', [who.creditorId])
  const wanted = await platform.transact({ kind: 'system' }, { creditorId: who.creditorId }, (work) => remindersOfEnded(work, asked as never))
  expect([asked.length, [...wanted]]).toEqual([2, [[reminder!.id, 'promise_over']]])
})

test('"já paguei" rests the debt for two days at once, and what is sent of it stands in the thread', async () => {
  const who = await reached({ tellsBalances: false })
  expect(await who.write('JA PAGUEI!!')).toContain('Paramos por 2 dias')
  expect((await debtOf(who)).status).toBe('on_hold')
  expect(await rows('select reason, until_on::text from debt_holds where creditor_id = $1', [who.creditorId])).toEqual([{ reason: 'payment_search', until_on: '2026-11-23' }])
  expect(await who.write('foi dia 3, recibo 4471')).toContain('isso ajuda')
  expect(await eventsOf(who, 'payment.%')).toEqual(['payment.claimed', 'payment.claim_detailed'])
})

test('a longer pause is not cut short by a claim', async () => {
  const who = await reached()
  await http.put(`/v1/debts/${who.debt.externalId}/hold`).set('authorization', who.creditor.bearer).send({ reason: 'court' }).expect(200)
  await who.write('já paguei')
  expect(await rows('select reason from debt_holds where creditor_id = $1 and ended_at is null', [who.creditorId])).toEqual([{ reason: 'court' }])
})

test('"parar" ends it by this channel, "não sou eu" by every way of the number; one reply each', async () => {
  const who = await reached()
  expect(await who.write('PARAR')).toContain('não escrevemos mais por aqui')
  expect(await wishesOf(who)).toEqual([{ channel: 'whatsapp', purpose: null, source: 'reply', until: null }])
  const other = await reached()
  expect(await other.write('não sou eu, número errado')).toContain('desculpe')
  expect((await wishesOf(other)).map(({ channel }) => channel)).toEqual(['sms', 'voice', 'whatsapp'])
  expect(await eventsOf(other, 'contact.%')).toEqual(['contact.stopped'])
})

test('somebody has died: the debts rest, and a person goes on', async () => {
  const who = await reached({ debts: 2 })
  expect(await who.write('minha mãe faleceu em outubro')).toContain('Sentimos muito')
  expect(await rows('select reason, until_on from debt_holds where creditor_id = $1', [who.creditorId])).toEqual([{ reason: 'death', until_on: null }, { reason: 'death', until_on: null }])
  expect(await eventsOf(who, 'conversation.%')).toEqual(['conversation.waiting'])
})

test('hardship silences collection and shows what a month can bear; the debt can still be negotiated', async () => {
  const who = await reached()
  expect(await who.write('estou desempregado')).toContain(`${SITE}/negociar/creditor_${who.creditorId}/meu-mes`)
  expect((await debtOf(who)).status).toBe('open')
  expect((await wishesOf(who)).map(({ purpose, until }) => [purpose, until?.toISOString()])).toEqual([['collection', '2026-12-07T02:59:59.999Z']])
})

test('the one debt of somebody known is contested in their own words; otherwise the link leads there', async () => {
  const who = await reached()
  expect(await who.write('o valor está errado')).toContain('Você pode contestar')
  await who.write('quanto devo')
  await who.write(answerOf(who))
  expect(await who.write('o valor está errado')).toContain('parada até a resposta, que vem até 28/11/2026')
  expect((await debtOf(who)).status).toBe('disputed')
  expect(await who.write('o valor está errado')).toContain('Você pode contestar')
})

test('two sentences that nobody understands bring a person, who says when they answer', async () => {
  const who = await reached()
  expect(await who.write('asdf qwer')).toContain('Não entendi bem')
  expect(await who.write('zxcv')).toContain('Respondemos a partir de 23/11, às 9h')
  expect(await who.write('alo?')).toContain('Uma pessoa da equipe lê')
})

test('a message that a provider brings twice is one', async () => {
  const who = await reached()
  expect(await who.write('oi', { providerMessageId: 'wamid.same' })).toContain('Oi, aqui é')
  expect(await who.write('oi', { providerMessageId: 'wamid.same' })).toBe('')
  expect((await whole(who)).messages).toHaveLength(2)
})

test('what is said is sealed', async () => {
  const who = await reached()
  await who.write('segredo 4471')
  expect(await rows("select 1 from conversation_messages where creditor_id = $1 and encode(text_sealed, 'escape') like '%segredo%'", [who.creditorId])).toEqual([])
  expect(await rows('select 1 from outbox_events where creditor_id = $1 and data::text like $2', [who.creditorId, '%segredo%'])).toEqual([])
})

test('people who were there before numbers could be looked up are found after a night', async () => {
  const who = await reached()
  await rows('update debtors set phone_index = null where creditor_id = $1', [who.creditorId])
  await indexNumbers(platform)
  expect(await who.write('quanto devo')).toContain('3 últimos')
})

async function whole({ creditor, creditorId }: Pick<Reached, 'creditor' | 'creditorId'>): Promise<ConversationWhole> {
  const [thread] = await rows<{ id: string }>('select id from conversations where creditor_id = $1', [creditorId])
  return (await http.get(`/v1/conversations/conversation_${thread!.id}`).set('authorization', creditor.bearer).expect(200)).body as ConversationWhole
}
