import type { AmendmentQuote, AmendmentQuoteInput } from '@repactua/shared/contract/amendments.ts'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { TestApp } from '../support/app.ts'
import type { Situation } from './agreement.ts'
import { codeFor } from './person.ts'

type Owner = Pick<Situation, 'cookie'>

/** What a change would do to an agreement, as its debtor is told. */
export async function quoteAmendment(test: TestApp, { cookie }: Owner, { id }: Pick<Agreement, 'id'>, input: AmendmentQuoteInput): Promise<AmendmentQuote> {
  const answer = await test.http.post(`/v1/me/agreements/${id}/amendment-quotes`).set('cookie', cookie).send(input).expect(201)
  return answer.body as AmendmentQuote
}

/** The body of a signature with a fresh, right code. */
export async function amendmentSignature(test: TestApp, { cookie }: Owner, { id, agreementId }: Pick<AmendmentQuote, 'id' | 'agreementId'>) {
  const { body } = await test.http.post(`/v1/me/agreements/${agreementId}/amendments`).set('cookie', cookie).send({ quoteId: id }).expect(202)
  const challengeId = body.challengeId as string
  return { challengeId, code: await codeFor(test, challengeId) }
}

/** Sends a signature of a quote. */
export function signQuote(test: TestApp, { cookie }: Owner, { id, agreementId }: Pick<AmendmentQuote, 'id' | 'agreementId'>, signature: object) {
  return test.http.post(`/v1/me/agreements/${agreementId}/amendments/${id}/signature`).set('cookie', cookie).send(signature)
}

/** An agreement with a signed change. */
export async function amendedAgreement(test: TestApp, owner: Owner, agreement: Pick<Agreement, 'id'>, input: AmendmentQuoteInput): Promise<{ quote: AmendmentQuote; agreement: Agreement }> {
  const quote = await quoteAmendment(test, owner, agreement, input)
  const signed = await signQuote(test, owner, quote, await amendmentSignature(test, owner, quote)).expect(200)
  return { quote, agreement: signed.body as Agreement }
}
