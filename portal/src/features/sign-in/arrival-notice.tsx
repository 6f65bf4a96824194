import { useLocation } from 'react-router'
import type { Arrival } from '../../lib/session.ts'
import { Notice } from '../../ui/notice.tsx'

const WORDS: Record<Arrival, { title: string; text: string }> = {
  expired: { title: 'Sua sessão terminou', text: 'Foi por segurança. Entre de novo e você volta para onde estava. O que você já assinou está guardado.' },
  signed_out: { title: 'Você saiu', text: 'Ninguém mais vê seus dados neste aparelho.' },
  absent: { title: 'Entre para continuar', text: 'Esta página é só sua. Depois de entrar, você vai direto para ela.' },
  message: { title: 'Entre para ver do que se trata', text: 'O assunto da mensagem é só seu, por isso ele aparece depois que você entra com o CPF. Você vai direto para lá.' },
  old_message: { title: 'O link desta mensagem já venceu', text: 'Para a sua segurança, cada link vale por pouco tempo. Não faz mal: entre com o CPF e veja como tudo está hoje.' },
}

/** Says why the person is at the front door: how the last session ended, or which message led here. */
export function ArrivalNotice() {
  const state = useLocation().state as { arrival?: Arrival } | null
  if (!state?.arrival) return null
  const { title, text } = WORDS[state.arrival]
  return (
    <Notice tone={state.arrival === 'expired' ? 'warning' : 'calm'} role="status">
      <h2>{title}</h2>
      <p>{text}</p>
    </Notice>
  )
}
