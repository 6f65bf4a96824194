import { expect, test } from 'vitest'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import { findDebtor, findDebtorByCpf, findPerson, sealDebtor, upsertDebtor } from '@repactua/api/modules/debtors/index.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makePerson, personInput } from '../builders/person.ts'
import { startApp } from '../support/app.ts'

const { platform, ...rest } = await startApp()
const testApp = { platform, ...rest }
const [shop, bank] = [(await makeCreditor(testApp)).creditorId, (await makeCreditor(testApp)).creditorId]

function put(creditorId: string, input: DebtorInput): Promise<{ id: string }> {
  const sealed = sealDebtor(platform, creditorId, input)
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error))
  return platform.transact({ kind: 'system' }, { creditorId }, (work) => upsertDebtor(work, sealed.value))
}

const find = (creditorId: string, cpf: string, seenBy = creditorId) =>
  platform.transact({ kind: 'system' }, { creditorId: seenBy }, (work) => findDebtorByCpf(work, creditorId, platform.keys.cpfIndex(cpf)))

function person(cpf: string) {
  const cpfIndex = platform.keys.cpfIndex(cpf)
  return platform.transact({ kind: 'debtor', cpfIndex }, { cpfIndex }, (work) => findPerson(work, cpfIndex))
}

test('a person is kept and read back', async () => {
  const input = personInput()
  const { id } = await put(shop, input)
  const found = await find(shop, input.cpf)
  expect(found).toEqual({ ...input, id, creditorId: shop, cpfIndex: platform.keys.cpfIndex(input.cpf), phone: '+5511912345678' })
  expect(await platform.transact({ kind: 'system' }, { creditorId: shop }, (work) => findDebtor(work, shop, id))).toEqual(found)
})

test('the id stays, whether the facts changed or not', async () => {
  const input = personInput()
  const { id } = await put(shop, input)
  expect(await put(shop, input)).toEqual({ id, changed: false })
  expect(await put(shop, { ...input, name: 'Rosa Nova', city: 'Santos' })).toEqual({ id, changed: true })
  expect(await find(shop, input.cpf)).toMatchObject({ name: 'Rosa Nova', city: 'Santos' })
})

test('the same new person from several requests at once is one row', async () => {
  const input = personInput()
  const ids = await Promise.all(Array.from({ length: 4 }, () => put(shop, input)))
  expect(new Set(ids.map(({ id }) => id)).size).toBe(1)
})

test('what one creditor knows is hidden from another', async () => {
  const { cpf } = await makePerson(testApp, shop)
  expect(await find(bank, cpf)).toBeNull()
  expect(await find(shop, cpf, bank)).toBeNull()
})

test('a person over all creditors: the newest name, and the newest contact that there is', async () => {
  const { cpf } = await makePerson(testApp, shop, { name: 'ROSA ANTIGA', email: 'antiga@exemplo.test' })
  testApp.clock.advance(1_000)
  await put(bank, { cpf, name: 'Rosalinda Nova' })
  expect(await person(cpf)).toEqual({
    firstName: 'Rosalinda',
    cpfMasked: `•••.${cpf.slice(3, 6)}.${cpf.slice(6, 9)}-••`,
    email: 'antiga@exemplo.test',
    phone: '+5511912345678',
  })
  expect(await person(personInput().cpf)).toBeNull()
})
