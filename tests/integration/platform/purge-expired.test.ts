import { purgeExpired } from '@repactua/api/platform/db/purge-expired.ts'
import { expect, test } from 'vitest'
import { signatureFor, formAgreement, situation } from '../../builders/agreement.ts'
import { startApp } from '../../support/app.ts'
import { rowsOf } from '../../support/rows.ts'

const testApp = await startApp()
const rows = rowsOf(testApp.db)
const DAY_MS = 86_400_000

test('after thirty days codes, sessions and stored answers are gone, and what signs stays', async () => {
  const who = await situation(testApp)
  await signatureFor(testApp, who, await formAgreement(testApp, who))
  await testApp.http.post('/v1/me/offer-sheets').set('cookie', who.cookie).set('idempotency-key', 'kept').send({ debtIds: [who.debt.id] }).expect(201)
  const counts = async () => (await rows(`select (select count(*) from sessions) sessions, (select count(*) from idempotency_keys) answers,
    (select count(*) from challenges where purpose = 'sign_in') codes, (select count(*) from challenges where purpose = 'signature') signing`))[0]
  testApp.clock.advance(29 * DAY_MS)
  await purgeExpired(testApp.platform)
  expect(await counts()).toEqual({ sessions: 1n, answers: 1n, codes: 1n, signing: 1n })
  testApp.clock.advance(2 * DAY_MS)
  await purgeExpired(testApp.platform)
  expect(await counts()).toEqual({ sessions: 0n, answers: 0n, codes: 0n, signing: 1n })
})
