import { useLocation } from 'react-router'
import type { SessionEnd } from '../../lib/session.ts'
import { Notice } from '../../ui/notice.tsx'

const WORDS: Record<SessionEnd, { title: string; text: string }> = {
  expired: { title: 'Sua sessão terminou', text: 'Foi por segurança. Entre de novo e você volta para onde estava. O que você já assinou está guardado.' },
  signed_out: { title: 'Você saiu', text: 'Ninguém mais vê seus dados neste aparelho.' },
  absent: { title: 'Entre para continuar', text: 'Esta página é só sua. Depois de entrar, você vai direto para ela.' },
}

/** Says why the person is at the front door again. */
export function SessionEndNotice() {
  const state = useLocation().state as { sessionEnd?: SessionEnd } | null
  if (!state?.sessionEnd) return null
  const { title, text } = WORDS[state.sessionEnd]
  return (
    <Notice tone={state.sessionEnd === 'expired' ? 'warning' : 'calm'} role="status">
      <h2>{title}</h2>
      <p>{text}</p>
    </Notice>
  )
}
