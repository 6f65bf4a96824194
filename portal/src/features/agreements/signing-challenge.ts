import { forgetSentCode, useSentCode } from '../../lib/use-sent-code.ts'
import { requestSigningCode } from './requests.ts'

/** The code that signs this agreement; one is sent if there is none that still lives. */
export function useSigningChallenge(agreementId: string) {
  return useSentCode(nameOf(agreementId), () => requestSigningCode(agreementId))
}

export function forgetSigningChallenge(agreementId: string): void {
  forgetSentCode(nameOf(agreementId))
}

function nameOf(agreementId: string): string {
  return `repactua.signing.${agreementId}`
}
