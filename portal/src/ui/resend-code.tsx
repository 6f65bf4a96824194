import { formatCountdown } from '../lib/printed-figures.ts'
import { useSecondsLeft } from './use-seconds-left.ts'

interface ResendCodeProps {
  resendAfter: string | null
  busy: boolean
  onResend: () => void
}

/** Says when another code may be asked for, and asks for it then. */
export function ResendCode({ resendAfter, busy, onResend }: ResendCodeProps) {
  const seconds = useSecondsLeft(resendAfter)
  if (seconds > 0) {
    return <p className="soft small resend">Não chegou? Você pode pedir outro em <span className="money">{formatCountdown(seconds)}</span>.</p>
  }
  return (
    <button type="button" className="link" aria-disabled={busy || undefined} onClick={busy ? undefined : onResend}>
      Enviar outro código
    </button>
  )
}
