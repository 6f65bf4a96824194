import type { Challenge, Session } from '@repactua/shared/contract/identity.ts'
import { apiPost } from '../../lib/api-client.ts'

/** Sends a code to the contact on file. The answer is the same whether the CPF is known or not. */
export function requestCode(cpf: string): Promise<Challenge> {
  return apiPost<Challenge>('/sign-in-challenges', { cpf })
}

export function openSession(input: { challengeId: string; code: string }): Promise<Session> {
  return apiPost<Session>('/sessions', input)
}
