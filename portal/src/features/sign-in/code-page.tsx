import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Navigate, useNavigate } from 'react-router'
import type { Challenge } from '@repactua/shared/contract/identity.ts'
import { paths } from '../../lib/paths.ts'
import { markSignedIn, takeReturnTo } from '../../lib/session.ts'
import { CodeForm } from '../../ui/code-form.tsx'
import { BackLink, Page, PageTitle } from '../../ui/page.tsx'
import { openSession, requestCode } from './requests.ts'
import { forgetSignIn, keepChallenge, keptChallenge, keptCpf } from './sign-in-draft.ts'

/** Proof of identity: the code that was sent. */
export function CodePage() {
  const [challenge, setChallenge] = useState(keptChallenge)
  if (!challenge) return <Navigate to={paths.signIn} replace />
  return <CodeStep challenge={challenge} onNewChallenge={setChallenge} />
}

function CodeStep({ challenge, onNewChallenge }: { challenge: Challenge; onNewChallenge: (challenge: Challenge) => void }) {
  const navigate = useNavigate()
  const enter = useEnter()
  const resend = useMutation({
    mutationFn: requestCode,
    onSuccess: (next, cpf) => {
      keepChallenge(cpf, next)
      onNewChallenge(next)
      enter.reset()
    },
  })
  // After a reload the CPF is gone from memory, so another code starts at the front door.
  const onResend = () => (keptCpf() ? resend.mutate(keptCpf()) : void navigate(paths.signIn))
  return (
    <Page>
      <BackLink to={paths.signIn} />
      <div className="page-head">
        <PageTitle tab="Código">Digite o código que enviamos</PageTitle>
        <p className="lead">Se este CPF tem cadastro aqui, o código chega em instantes no contato que a empresa já tem de você.</p>
      </div>
      <CodeForm
        submitLabel="Entrar"
        busy={enter.isPending}
        error={enter.error ?? resend.error}
        onSubmit={(code) => enter.mutate({ challengeId: challenge.challengeId, code })}
        resend={{ resendAfter: challenge.resendAfter, busy: resend.isPending, sent: resend.isSuccess, onResend }}
      >
        <Link className="link" to={paths.signIn}>Trocar o CPF</Link>
        <Link className="link" to={paths.help}>O código não chegou</Link>
      </CodeForm>
    </Page>
  )
}

function useEnter() {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: openSession,
    onSuccess: () => {
      forgetSignIn()
      markSignedIn()
      queryClient.clear()
      void navigate(takeReturnTo() ?? paths.debts, { replace: true })
    },
  })
}
