import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { TestApp } from '../support/app.ts'
import { makeCreditor, type TestCreditor } from './creditor.ts'
import { makeDebt } from './debt.ts'
import { codeFor, personInput, signInWithCode } from './person.ts'
import { publishPolicy } from './policy.ts'

export interface Situation {
  creditor: TestCreditor
  cpf: string
  debt: Debt
  /** The debtor's Cookie header. */
  cookie: string
}

/** A creditor with a policy, and a person who owes it R$ 1.083,23 and has signed in. */
export async function situation(test: TestApp): Promise<Situation> {
  const creditor = await makeCreditor(test)
  await publishPolicy(test, creditor)
  const debtor = personInput({ name: 'Marina Exemplo' })
  const debt = await makeDebt(test, creditor, { debtor })
  return { creditor, cpf: debtor.cpf, debt, cookie: await signInWithCode(test, debtor.cpf) }
}

/** An agreement that waits for its signature, on the option of the given id. */
export async function formAgreement(test: TestApp, { cookie, debt }: Pick<Situation, 'cookie' | 'debt'>, optionId = 'installments-3'): Promise<Agreement> {
  const sheet = await test.http.post('/v1/me/offer-sheets').set('cookie', cookie).send({ debtIds: [debt.id], dueDay: 10 }).expect(201)
  const formed = await test.http.post('/v1/me/agreements').set('cookie', cookie).send({ offerSheetId: sheet.body.id, optionId }).expect(201)
  return formed.body as Agreement
}

/** The body of a signature with a fresh, right code. */
export async function signatureFor(test: TestApp, { cookie }: Pick<Situation, 'cookie'>, agreement: Agreement) {
  const challenge = await test.http.post(`/v1/me/agreements/${agreement.id}/signature-challenges`).set('cookie', cookie).expect(202)
  const { challengeId } = challenge.body as { challengeId: string }
  return { challengeId, code: await codeFor(test, challengeId), termSha256: agreement.term.sha256, accepted: true }
}

/** A signed agreement. */
export async function signedAgreement(test: TestApp, who: Situation, optionId?: string): Promise<Agreement> {
  const agreement = await formAgreement(test, who, optionId)
  const body = await signatureFor(test, who, agreement)
  const signed = await test.http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', who.cookie).send(body).expect(200)
  return signed.body as Agreement
}
