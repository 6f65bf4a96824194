import type { Challenge } from '@repactua/shared/contract/identity.ts'
import { forget, recall, remember } from '../../lib/tab-memory.ts'

const CHALLENGE = 'repactua.sign-in'
let typedCpf = ''

/**
 * The challenge outlives a reload, because a phone may drop this tab while its owner reads the message.
 * The CPF never leaves the page's memory: it is kept only to send another code.
 */
export function keepChallenge(cpf: string, challenge: Challenge): void {
  typedCpf = cpf
  remember(CHALLENGE, challenge)
}

export function keptChallenge(): Challenge | null {
  return recall<Challenge>(CHALLENGE)
}

export function keptCpf(): string {
  return typedCpf
}

export function forgetSignIn(): void {
  typedCpf = ''
  forget(CHALLENGE)
}
