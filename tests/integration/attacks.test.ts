import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { openSignatureChallenge } from '@repactua/api/modules/identity/index.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { makePerson, newCpf } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp({ RATE_LIMIT: 'on', TRUST_PROXY: '1' })
const { http, clock, platform } = testApp
const rows = rowsOf(testApp.db)
const creditor = await makeCreditor(testApp)
const MINUTE = 60_000

test('an invented address in X-Forwarded-For hides nobody: what the proxy saw counts', async () => {
  const send = (i: number) =>
    http.post('/v1/sessions').set('x-forwarded-for', `10.${i}.0.1, 198.51.100.9`).send({ challengeId: `challenge_${randomUUID()}`, code: '000000' })
  for (let i = 0; i < 20; i++) await send(i).expect(422)
  await send(99).expect(429)
  expect(await rows('select distinct address_prefix from failed_codes')).toEqual([{ address_prefix: '198.51.100.0/24' }])
})

test('codes asked for in parallel from many networks are counted together', async () => {
  const cpf = newCpf()
  const ask = (i: number) => http.post('/v1/sign-in-challenges').set('x-forwarded-for', `203.0.${i}.1`).send({ cpf })
  const answers = await Promise.all(Array.from({ length: 40 }, (_, i) => ask(i)))
  expect(answers.filter(({ status }) => status === 202)).toHaveLength(20)
})

test('a session gives no endless tries at signing codes by forming one agreement after another', async () => {
  const { cpf } = await makePerson(testApp, creditor.creditorId)
  const cpfIndex = platform.keys.cpfIndex(cpf)
  const ask = () => platform.transact({ kind: 'debtor', cpfIndex }, { cpfIndex }, (work) =>
    openSignatureChallenge(work, { cpfIndex, creditorId: creditor.creditorId, agreementId: randomUUID(), termSha256: Buffer.alloc(32), address: '192.0.2.1' }))
  for (let i = 0; i < 20; i++) {
    await ask()
    clock.advance(MINUTE)
  }
  await expect(ask()).rejects.toMatchObject({ code: 'too_many_requests' })
})
