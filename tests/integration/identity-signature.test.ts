import { createHash, randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { codeMac, openSignatureChallenge } from '@repactua/api/modules/identity/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import { makeCreditor } from '../builders/creditor.ts'
import { mailFor, makePerson } from '../builders/person.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp({ RATE_LIMIT: 'on' })
const { platform, clock, http } = testApp
const rows = rowsOf(testApp.db)
const { creditorId } = await makeCreditor(testApp)
const termSha256 = createHash('sha256').update('o termo').digest()

const HOME = '203.0.113.7'

function openFor(cpf: string, agreementId: string, address = HOME) {
  const cpfIndex = platform.keys.cpfIndex(cpf)
  return platform.transact({ kind: 'debtor', cpfIndex }, { cpfIndex }, (work) => openSignatureChallenge(work, { cpfIndex, creditorId, agreementId, termSha256, address }))
}

const macOf = async (challengeId: string) =>
  (await rows<{ code_mac: Buffer }>('select code_mac from challenges where id = $1', [readId(challengeId)]))[0]?.code_mac

test('a signing code is bound to the agreement, the term and its challenge', async () => {
  const { cpf } = await makePerson(testApp, creditorId)
  const agreementId = randomUUID()
  const { challengeId } = await openFor(cpf, agreementId)
  const code = (await mailFor(testApp, challengeId))!.text.match(/\d{6}/)![0]
  const [row] = await rows('select purpose, creditor_id, agreement_id, term_sha256, address_prefix from challenges where id = $1', [readId(challengeId)])
  expect(row).toEqual({ purpose: 'signature', creditor_id: creditorId, agreement_id: agreementId, term_sha256: termSha256, address_prefix: '203.0.113.0/24' })
  expect(await macOf(challengeId)).toEqual(codeMac(platform.keys, readId(challengeId), code))
})

test('the mail says that it signs, without amounts, and shows nothing of it in its first lines', async () => {
  const { cpf } = await makePerson(testApp, creditorId)
  const mail = await mailFor(testApp, (await openFor(cpf, randomUUID())).challengeId)
  expect(mail!.text).toContain('você assina o acordo')
  expect(mail!.text).not.toMatch(/R\$|d[ií]vid|https?:/i)
  expect(mail!.subject + mail!.text.slice(0, 110)).not.toMatch(/acordo/i)
})

test('a signing code opens no session', async () => {
  const { cpf } = await makePerson(testApp, creditorId)
  const { challengeId } = await openFor(cpf, randomUUID())
  const code = (await mailFor(testApp, challengeId))!.text.match(/\d{6}/)![0]
  expect((await http.post('/v1/sessions').send({ challengeId, code }).expect(422)).body.code).toBe('code_invalid')
})

test('codes are paused and replaced by agreement, from whatever network', async () => {
  const { cpf } = await makePerson(testApp, creditorId)
  const [one, two] = [randomUUID(), randomUUID()]
  const first = await openFor(cpf, one)
  await openFor(cpf, two)
  await expect(openFor(cpf, one, '192.0.2.1')).rejects.toMatchObject({ code: 'resend_too_soon', details: { retryAfterSeconds: 30 } })
  clock.advance(30_000)
  await openFor(cpf, one, '192.0.2.1')
  const replaced = await rows<{ agreement_id: string }>('select agreement_id from challenges where replaced_at is not null and cpf_index = $1', [platform.keys.cpfIndex(cpf)])
  expect(replaced).toEqual([{ agreement_id: one }])
  expect(await mailFor(testApp, first.challengeId)).toBeNull()
})
