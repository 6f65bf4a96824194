import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { expect, test } from 'vitest'
import { addDebtPayments } from '@repactua/api/modules/debts/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { makeCreditor, type TestCreditor } from '../builders/creditor.ts'
import { makeDebt } from '../builders/debt.ts'
import { newCpf, personInput, signInWithCode } from '../builders/person.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)

const mine = async (cookie: string) => (await http.get('/v1/me/debts').set('cookie', cookie).expect(200)).body as { data: MyDebt[]; totalCents: number; asOf: string }
const plain = (text: string) => text.replaceAll('\u00a0', ' ')

test('a person sees what each debt is made of, in words, and the best cash offer of today', async () => {
  const creditor = await makeCreditor(testApp)
  await publishPolicy(testApp, creditor)
  const debtor = personInput()
  const { riskBand: _score, ...debt } = await makeDebt(testApp, creditor, { debtor })
  const { data, totalCents, asOf } = await mine(await signInWithCode(testApp, debtor.cpf))
  expect({ totalCents, asOf }).toEqual({ totalCents: 108_323, asOf: '2026-11-21' })
  expect(data).toHaveLength(1)
  expect(data[0]).toMatchObject({
    ...debt,
    creditor: { id: creditor.shownId, tradeName: 'Lojas Aurora' },
    cashPreview: { totalCents: 58_800, discountCents: 49_523, standsUntil: '2026-11-26' },
    agreementId: null,
    can: { negotiate: { ok: true } },
  })
  expect(data[0]?.explanation.map(({ text }) => plain(text))).toEqual(['Valor original da compra: R$ 980,00', 'Multa por atraso, 2% uma vez', 'Juros, 1% ao mês por 8 meses e 16 dias'])
})

test('debts of all creditors come together, the oldest first, each under its own policy', async () => {
  const [withPolicy, without, strict] = [await makeCreditor(testApp), await makeCreditor(testApp), await makeCreditor(testApp)]
  await publishPolicy(testApp, withPolicy)
  await publishPolicy(testApp, strict, { rules: [rule({ when: { overdueDays: { min: 1_000 } } })] })
  const debtor = personInput()
  const made = [
    await makeDebt(testApp, withPolicy, { debtor, dueOn: '2025-05-10' }),
    await makeDebt(testApp, strict, { debtor, dueOn: '2024-05-10' }),
    await makeDebt(testApp, without, { debtor, dueOn: '2026-05-10' }),
  ]
  const { data, totalCents } = await mine(await signInWithCode(testApp, debtor.cpf))
  expect(data.map(({ dueOn, can }) => [dueOn, can.negotiate])).toEqual([
    ['2024-05-10', { ok: false, code: 'no_offer' }],
    ['2025-05-10', { ok: true }],
    ['2026-05-10', { ok: false, code: 'no_policy_in_force' }],
  ])
  expect(totalCents).toBe(made.reduce((sum, { balance }) => sum + balance.totalCents, 0))
})

test('a policy that offers no cash but a plan still lets one negotiate', async () => {
  const creditor = await makeCreditor(testApp)
  const { cash: _cash, ...onlyPlans } = grant()
  await publishPolicy(testApp, creditor, { rules: [rule({ grant: onlyPlans })] })
  const debtor = personInput()
  await makeDebt(testApp, creditor, { debtor })
  const { data } = await mine(await signInWithCode(testApp, debtor.cpf))
  expect(data[0]).toMatchObject({ cashPreview: null, can: { negotiate: { ok: true } } })
})

test('withdrawn, settled and barred debts are not shown; one that is barred tomorrow is', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  const make = (dueOn: string) => makeDebt(testApp, creditor, { debtor, dueOn })
  const [withdrawn, settled, , lastDay] = [await make('2026-01-10'), await make('2026-02-10'), await make('2021-11-20'), await make('2021-11-21')]
  await http.post(`/v1/debts/${withdrawn.externalId}/withdrawal`).set('authorization', creditor.bearer).send({ reason: 'error' }).expect(200)
  await rows("update debts set status = 'settled' where external_id = $1", [settled.externalId])
  const { data } = await mine(await signInWithCode(testApp, debtor.cpf))
  expect(data.map(({ id, prescribesOn }) => [id, prescribesOn])).toEqual([[lastDay.id, '2026-11-21']])
})

test('what was paid before lessens the balance and is told', async () => {
  const creditor = await makeCreditor(testApp)
  const debtor = personInput()
  const debt = await makeDebt(testApp, creditor, { debtor })
  await payOn(creditor, debt.id, 20_000n)
  const { data, totalCents } = await mine(await signInWithCode(testApp, debtor.cpf))
  expect(data[0]?.explanation.at(-1)).toEqual({ kind: 'payments', cents: -20_000, text: 'Você já pagou' })
  expect(data[0]?.explanation.reduce((sum, { cents }) => sum + cents, 0)).toBe(totalCents)
})

test('a debt in an agreement comes last, names it, and is not in the total', async () => {
  const who = await situation(testApp)
  const agreement = await signedAgreement(testApp, who)
  await makeDebt(testApp, who.creditor, { debtor: personInput({ cpf: who.cpf }), dueOn: '2026-05-10' })
  const { data, totalCents } = await mine(who.cookie)
  expect(data.map(({ status, agreementId }) => [status, agreementId])).toEqual([['open', null], ['in_agreement', agreement.id]])
  expect(data[1]).toMatchObject({ cashPreview: null, can: { negotiate: { ok: false, code: 'debt_in_agreement' } } })
  expect(totalCents).toBe(data[0]?.balance.totalCents)
})

test('nobody sees another person’s debts, and the scope of a person holds in raw SQL', async () => {
  const creditor = await makeCreditor(testApp)
  const [debtor, neighbour] = [personInput(), personInput()]
  await makeDebt(testApp, creditor, { debtor })
  await payOn(creditor, (await makeDebt(testApp, creditor, { debtor: neighbour })).id, 100n)
  const { data } = await mine(await signInWithCode(testApp, debtor.cpf))
  expect(data).toHaveLength(1)
  const asPerson = (cpf: string, sql: string) => testApp.platform.transact({ kind: 'system' }, { cpfIndex: testApp.platform.keys.cpfIndex(cpf) }, ({ tx }) => tx.$client.query(sql))
  expect((await asPerson(debtor.cpf, 'select from debts')).rowCount).toBe(1)
  expect((await asPerson(debtor.cpf, 'select from debt_payments')).rowCount).toBe(0)
  expect((await asPerson(newCpf(), 'select from debts')).rowCount).toBe(0)
  expect((await asPerson(debtor.cpf, "update debts set status = 'settled'")).rowCount).toBe(0)
})

function payOn({ creditorId }: TestCreditor, debtId: string, cents: bigint): Promise<void> {
  const payment = { creditorId, debtId: readId(debtId), agreementId: null, paidOn: '2026-06-10', cents }
  return testApp.platform.transact({ kind: 'system' }, { creditorId }, (work) => addDebtPayments(work, [payment]))
}
