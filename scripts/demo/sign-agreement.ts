import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MyDebts } from '@repactua/shared/contract/debts.ts'
import type { Challenge } from '@repactua/shared/contract/identity.ts'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { callJson } from './call-api.ts'
import { codeMailedBy } from './mail-codes.ts'

const WISHED_COUNT = 6

export interface Debtor {
  cpf: string
  email: string
}

interface Door {
  apiUrl: string
  mailUrl: string
  debtor: Debtor
}

interface Visit extends Door {
  call: <T>(method: 'GET' | 'POST', path: string, body?: unknown) => Promise<T>
}

/** Walks a debtor's own path: code by mail, offer of up to six installments, term, signature. An agreement left half-way is taken up. */
export async function signAgreement(door: Door): Promise<Agreement> {
  const visit = await signIn(door)
  const { data } = await visit.call<{ data: Agreement[] }>('GET', '/v1/me/agreements')
  const signed = data.find(({ signedAt }) => signedAt !== null)
  return signed ?? sign(visit, data.find(({ can }) => can.sign.ok) ?? (await formAgreement(visit)))
}

async function signIn(door: Door): Promise<Visit> {
  const { apiUrl, mailUrl, debtor } = door
  const { answer, code } = await codeMailedBy(mailUrl, debtor.email, () => callJson<Challenge>('POST', `${apiUrl}/v1/sign-in-challenges`, { body: { cpf: debtor.cpf } }))
  const { response } = await callJson('POST', `${apiUrl}/v1/sessions`, { body: { challengeId: answer.body.challengeId, code } })
  const cookie = response.headers.getSetCookie().map((line) => line.split(';')[0]).join('; ')
  const call = async <T>(method: 'GET' | 'POST', path: string, body?: unknown): Promise<T> =>
    (await callJson<T>(method, `${apiUrl}${path}`, { body, headers: { cookie } })).body
  return { ...door, call }
}

async function formAgreement(visit: Visit): Promise<Agreement> {
  const debts = await visit.call<MyDebts>('GET', '/v1/me/debts')
  const debtIds = debts.data.filter(({ can }) => can.negotiate.ok).map(({ id }) => id)
  const sheet = await visit.call<OfferSheet>('POST', '/v1/me/offer-sheets', { debtIds })
  const option = sheet.options.find(({ count }) => count === WISHED_COUNT) ?? sheet.options[0]
  if (!option) throw new Error('the policy left no option for the demo agreement')
  return visit.call<Agreement>('POST', '/v1/me/agreements', { offerSheetId: sheet.id, optionId: option.id })
}

async function sign({ call, mailUrl, debtor }: Visit, agreement: Agreement): Promise<Agreement> {
  const path = `/v1/me/agreements/${agreement.id}`
  const { answer, code } = await codeMailedBy(mailUrl, debtor.email, () => call<Challenge>('POST', `${path}/signature-challenges`))
  return call<Agreement>('POST', `${path}/signature`, { challengeId: answer.challengeId, code, termSha256: agreement.term.sha256, accepted: true })
}
