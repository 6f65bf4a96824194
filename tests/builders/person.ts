import { cpfCheckDigits } from '@repactua/shared/br/cpf.ts'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import { sealDebtor, upsertDebtor } from '@repactua/api/modules/debtors/index.ts'
import { sendCode } from '@repactua/api/modules/identity/index.ts'
import { readId } from '@repactua/api/platform/ids.ts'
import type { Mail, Mailer } from '@repactua/api/platform/mail/mailer.ts'
import type { TestApp } from '../support/app.ts'

let made = 0

/** A CPF with right check digits that no other call gives out. */
export function newCpf(): string {
  const nine = String(100_000_000 + ++made * 7_919)
  return nine + cpfCheckDigits(nine)
}

/** An invented person with a CPF and an e-mail address of their own. */
export function personInput(overrides: Partial<DebtorInput> = {}): DebtorInput {
  const cpf = newCpf()
  return { cpf, name: 'Rosa de Exemplo', birthDate: '1985-04-12', email: `rosa.${cpf}@exemplo.test`, phone: '(11) 91234-5678', state: 'SP', city: 'São Paulo', ...overrides }
}

/** A person whom a creditor knows. */
export async function makePerson({ platform }: TestApp, creditorId: string, overrides: Partial<DebtorInput> = {}): Promise<DebtorInput> {
  const input = personInput(overrides)
  const sealed = sealDebtor(platform, creditorId, input)
  if (!sealed.ok) throw new Error(JSON.stringify(sealed.error))
  await platform.transact({ kind: 'system' }, { creditorId }, (work) => upsertDebtor(work, sealed.value))
  return input
}

/** Runs the job `send-code` of a challenge and gives back what it mailed, or null where it mailed nothing. */
export async function mailFor({ platform }: TestApp, challengeId: string): Promise<Mail | null> {
  const mails: Mail[] = []
  const mailer: Mailer = { send: async (mail) => void mails.push(mail), close: () => undefined }
  await sendCode({ platform, mailer }, { challengeId: readId(challengeId) })
  return mails[0] ?? null
}

/** The six digits that the job `send-code` mails for a challenge. */
export async function codeFor(test: TestApp, challengeId: string): Promise<string> {
  const code = (await mailFor(test, challengeId))?.text.match(/\b\d{6}\b/)?.[0]
  if (!code) throw new Error('no code was mailed')
  return code
}

/** Signs a person in by the doors that they use themselves. Gives the value of a Cookie header. */
export async function signInWithCode(test: TestApp, cpf: string): Promise<string> {
  const { body } = await test.http.post('/v1/sign-in-challenges').send({ cpf }).expect(202)
  const code = await codeFor(test, body.challengeId as string)
  const answer = await test.http.post('/v1/sessions').send({ challengeId: body.challengeId, code }).expect(201)
  return answer.get('Set-Cookie')![0]!.split(';')[0]!
}
