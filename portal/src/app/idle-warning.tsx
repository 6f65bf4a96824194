import { useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { meQuery } from '../lib/me.ts'
import { formatCountdown } from '../lib/printed-figures.ts'
import { idleSecondsLeft, markEnded } from '../lib/session.ts'
import { Button } from '../ui/button.tsx'
import { Dialog } from '../ui/dialog.tsx'
import { SignOutButton } from './sign-out-button.tsx'

const WARN_SECONDS = 120

/** Asks, two minutes before the session ends for want of use, whether somebody is still there. */
export function IdleWarning({ idleSeconds }: { idleSeconds: number }) {
  const { refetch, isFetching, dataUpdatedAt } = useQuery({ ...meQuery, enabled: false })
  const left = useIdleSecondsLeft(idleSeconds, dataUpdatedAt)
  useEffect(() => {
    if (left === 0) markEnded()
  }, [left])
  return (
    <Dialog
      open={left !== null && left > 0}
      title="Você ainda está aí?"
      onDismiss={() => void refetch()}
      actions={<><Button busy={isFetching} onClick={() => void refetch()}>Continuar</Button><SignOutAction /></>}
    >
      <p>
        Por segurança, sua sessão termina em <strong className="money">{formatCountdown(left ?? 0)}</strong>. O que você já assinou está guardado.
      </p>
    </Dialog>
  )
}

function SignOutAction() {
  return <span className="dialog-quiet"><SignOutButton /></span>
}

// Null while there is more time than needs a word. A fresh answer is looked at without waiting for the next second.
function useIdleSecondsLeft(idleSeconds: number, answeredAt: number): number | null {
  const [left, setLeft] = useState<number | null>(null)
  useEffect(() => {
    const look = () => {
      const seconds = idleSecondsLeft(idleSeconds)
      setLeft(seconds <= Math.min(WARN_SECONDS, idleSeconds / 2) ? Math.max(0, seconds) : null)
    }
    look()
    const timer = setInterval(look, 1000)
    return () => clearInterval(timer)
  }, [idleSeconds, answeredAt])
  return left
}
