import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../lib/paths.ts'
import { keepReturnTo, onSessionEnd } from '../lib/session.ts'

/** When the session ends, forgets all that was read and leads to the sign-in page, which says why. */
export function useSessionEnd(): void {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { pathname } = useLocation()
  useEffect(
    () =>
      onSessionEnd((end) => {
        if (end !== 'signed_out' && pathname !== paths.signIn) keepReturnTo(pathname)
        queryClient.clear()
        void navigate(paths.signIn, { replace: true, state: { arrival: end } })
      }),
    [queryClient, navigate, pathname],
  )
}
