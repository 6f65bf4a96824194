import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import { formAgreement } from '../builders/agreement.ts'
import type { Installation } from '../support/installation.ts'

/** A signed plan over the API as a person gets it on the pages, so that every mail of it has come and been read. */
export async function signByMail(house: Installation, cpf: string, debt: Debt, readCode: () => Promise<string>): Promise<Agreement> {
  const { http } = house
  const asked = await http.post('/v1/sign-in-challenges').send({ cpf }).expect(202)
  const session = await http.post('/v1/sessions').send({ challengeId: asked.body.challengeId, code: await readCode() }).expect(201)
  const cookie = session.get('Set-Cookie')![0]!.split(';')[0]!
  const agreement = await formAgreement(house, { cookie, debt })
  const challenge = await http.post(`/v1/me/agreements/${agreement.id}/signature-challenges`).set('cookie', cookie).expect(202)
  const signature = { challengeId: challenge.body.challengeId, code: await readCode(), termSha256: agreement.term.sha256, accepted: true }
  const signed = await http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', cookie).send(signature).expect(200)
  return signed.body as Agreement
}
