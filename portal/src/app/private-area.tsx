import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Outlet } from 'react-router'
import { meQuery } from '../lib/me.ts'
import { markSignedIn } from '../lib/session.ts'
import { IdleWarning } from './idle-warning.tsx'
import { useNews } from './use-news.ts'

/** Pages of a person who is signed in. The API guards the data; this only keeps the session's clock in view, and what is shown true. */
export function PrivateArea() {
  const { data: me } = useQuery(meQuery)
  useNews()
  useEffect(() => {
    if (me) markSignedIn()
  }, [me])
  return (
    <>
      <Outlet />
      {me && <IdleWarning idleSeconds={me.session.idleSeconds} />}
    </>
  )
}
