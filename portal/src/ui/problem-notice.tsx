import { useEffect, useRef, type ReactNode } from 'react'
import { isApiProblem } from '../lib/api-problem.ts'
import { Notice } from './notice.tsx'

interface ProblemNoticeProps {
  error: unknown
  onRetry?: () => void
  children?: ReactNode
}

/** What went wrong and what the reader can do now, in the API's own words. Takes the focus when it appears. */
export function ProblemNotice({ error, onRetry, children }: ProblemNoticeProps) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.focus(), [error])
  const { title, action, requestId } = wordsOf(error)
  return (
    <div ref={box} tabIndex={-1} data-focus-target role="alert">
      <Notice tone="danger">
        <h2>{title}</h2>
        {action && <p>{action}</p>}
        {requestId && <p className="small soft">Número do atendimento: {requestId}</p>}
        {onRetry && <button type="button" className="link" onClick={onRetry}>Tentar de novo</button>}
        {children}
      </Notice>
    </div>
  )
}

// The request's number helps only where the fault is ours.
function wordsOf(error: unknown) {
  if (!isApiProblem(error)) return { title: 'Algo deu errado nesta página.', action: 'Recarregue a página e tente de novo.', requestId: '' }
  const { title, action, requestId, status } = error.problem
  return { title, action, requestId: status >= 500 ? requestId : '' }
}
