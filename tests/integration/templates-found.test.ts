import { findTemplate, findTemplates } from '@repactua/api/modules/templates/index.ts'
import { expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const creditor = await makeCreditor(testApp)
const inside = <T>(look: (tx: Parameters<typeof findTemplate>[0]) => Promise<T>) => testApp.platform.transact({ kind: 'system' }, { creditorId: creditor.creditorId }, ({ tx }) => look(tx))

test('where a creditor has no text of its own, the house has one; an unknown key stands for nothing', async () => {
  expect(await inside((tx) => findTemplate(tx, creditor.creditorId, 'debt-offer'))).toMatchObject({ key: 'debt-offer', purpose: 'collection', texts: { 'pt-BR': { version: null }, en: { version: null } } })
  expect(await inside((tx) => findTemplate(tx, creditor.creditorId, 'unheard-of'))).toBeNull()
  expect([...(await inside((tx) => findTemplates(tx, creditor.creditorId, ['debt-offer', 'unheard-of', 'promise-near']))).keys()]).toEqual(['debt-offer', 'promise-near'])
})
