import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useNavigate, useParams, type NavigateFunction } from 'react-router'
import type { MessageLink } from '@repactua/shared/contract/message-checks.ts'
import { apiGet } from '../../lib/api-client.ts'
import { paths } from '../../lib/paths.ts'
import { keepReturnTo, takeReturnTo, type Arrival } from '../../lib/session.ts'
import { Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { linkQuery } from './requests.ts'

/** Where a message's link leads. It shows nothing and replaces itself, so that the token stays in no history. */
export function LinkPage() {
  const { token = '' } = useParams()
  const navigate = useNavigate()
  const link = useQuery(linkQuery(token))
  const { data } = link
  useEffect(() => {
    if (data) void leadOn(data, navigate)
  }, [data, navigate])
  if (link.isError) return <Page><PageTitle>Abrir a mensagem</PageTitle><ProblemNotice error={link.error} onRetry={() => void link.refetch()} /></Page>
  return <Loading />
}

async function leadOn({ state, next }: MessageLink, navigate: NavigateFunction): Promise<void> {
  if (state === 'unknown') return navigate(paths.checkMessage, { replace: true, state: { brokenLink: true } })
  keepReturnTo(next ?? paths.debts)
  if (await isSignedIn()) return navigate(takeReturnTo() ?? paths.debts, { replace: true })
  const arrival: Arrival = state === 'valid' ? 'message' : 'old_message'
  return navigate(paths.signIn, { replace: true, state: { arrival } })
}

// Asked aside of the query cache, where its refusal would end a session that never was.
function isSignedIn(): Promise<boolean> {
  return apiGet('/me').then(() => true, () => false)
}
