import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { openChallenge, type OpenedChallenge } from './open-challenge.ts'

/** Begins a sign-in by CPF, alike for a known and an unknown one. Refuses wrong check digits. */
export async function startSignIn(work: Work, ask: { cpf: string; address: string }): Promise<OpenedChallenge> {
  const cpf = cpfDigits(ask.cpf)
  if (!isCpf(cpf)) {
    const { title, action } = ERROR_TEXTS.invalid_cpf
    throw new AppError('invalid_request', { errors: [{ pointer: '/cpf', code: 'invalid_cpf', message: `${title} ${action}` }] })
  }
  const subject = { purpose: 'sign_in', cpfIndex: work.keys.cpfIndex(cpf), creditorId: null, agreementId: null, termSha256: null } as const
  return openChallenge(work, subject, ask.address)
}
