import { useState, type ReactNode } from 'react'
import { isApiProblem, problemCode } from '../lib/api-problem.ts'
import { Button } from './button.tsx'
import { CodeField, codeProblem } from './code-field.tsx'
import { ErrorSummary } from './error-summary.tsx'
import { ProblemNotice } from './problem-notice.tsx'
import { ResendCode } from './resend-code.tsx'

const CODE_REFUSALS = new Set(['code_invalid', 'code_used', 'code_expired', 'code_attempts_exceeded'])

interface CodeFormProps {
  submitLabel: string
  busy: boolean
  /** What the API last refused, or null. */
  error: unknown
  onSubmit: (code: string) => void
  resend: { resendAfter: string | null; busy: boolean; sent: boolean; onResend: () => void }
  children?: ReactNode
}

/** Asks for the six digits that were sent. Serves signing in and signing an agreement alike. */
export function CodeForm({ submitLabel, busy, error, onSubmit, resend, children }: CodeFormProps) {
  const [code, setCode] = useState('')
  const [own, setOwn] = useState<string | null>(null)
  const mistake = own ?? refusalOfCode(error)
  const submit = (): void => {
    const problem = codeProblem(code)
    setOwn(problem)
    if (!problem) onSubmit(code)
  }
  return (
    <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      {mistake && <ErrorSummary key={mistake} mistakes={[{ fieldId: 'code', text: mistake }]} />}
      {!mistake && error != null && <ProblemNotice error={error} />}
      <CodeField id="code" value={code} error={mistake ?? undefined} onChange={(next) => { setCode(next); setOwn(null) }} />
      <p role="status" className={resend.sent ? '' : 'visually-hidden'}>{resend.sent ? 'Enviamos um novo código. O anterior não vale mais.' : ''}</p>
      <Button type="submit" wide busy={busy}>{submitLabel}</Button>
      <div className="stack stack-tight">
        <ResendCode resendAfter={resend.resendAfter} busy={resend.busy} onResend={resend.onResend} />
        {children}
      </div>
    </form>
  )
}

function refusalOfCode(error: unknown): string | null {
  if (!isApiProblem(error) || !CODE_REFUSALS.has(problemCode(error) ?? '')) return null
  return `${error.problem.title} ${error.problem.action}`
}
