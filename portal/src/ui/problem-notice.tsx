import { useEffect, useRef, type ReactNode } from 'react'
import { isApiProblem } from '../lib/api-problem.ts'
import { problemWords } from '../lib/problem-words.ts'
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
  const { title, action, requestId } = problemWords(error)
  return (
    <div ref={box} tabIndex={-1} data-focus-target role="alert">
      <Notice tone={isLimit(error) ? 'warning' : 'danger'}>
        <h2>{title}</h2>
        {action && <p>{action}</p>}
        {requestId && <p className="small soft">Número do atendimento: {requestId}</p>}
        {onRetry && <button type="button" className="link" onClick={onRetry}>Tentar de novo</button>}
        {children}
      </Notice>
    </div>
  )
}

// Enough for now is no mistake of anybody's.
function isLimit(error: unknown): boolean {
  return isApiProblem(error) && error.problem.status === 429
}
