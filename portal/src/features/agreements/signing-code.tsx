import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { agreementQuery, myDebtsQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { planInWords } from '../../lib/plan-words.ts'
import { CodeForm } from '../../ui/code-form.tsx'
import { Loading, Page, PageTitle, Step } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { signAgreement, type Signature } from './requests.ts'
import { forgetSigningChallenge, useSigningChallenge } from './signing-challenge.ts'

/** The code is the signature: six digits, bound to the hash of the term that was read. */
export function SigningCode({ agreement }: { agreement: Agreement }) {
  const { challenge, send, resend, wasResent } = useSigningChallenge(agreement.id)
  const sign = useSign(agreement)
  if (!challenge && send.isError) return <Page><PageTitle>Assinar</PageTitle><ProblemNotice error={send.error} onRetry={resend} /></Page>
  if (!challenge) return <Loading />
  return (
    <Page>
      <div className="page-head">
        <Step number={3} />
        <PageTitle tab="Assinar">Digite o código para assinar</PageTitle>
        <p className="lead">Enviamos um código para o seu contato cadastrado. Ao confirmar, você assina o acordo com {agreement.creditor.brand.name}: {planInWords(agreement)}.</p>
      </div>
      <CodeForm
        submitLabel="Assinar o acordo"
        busy={sign.isPending}
        error={sign.error ?? send.error}
        onSubmit={(code) => sign.mutate({ challengeId: challenge.challengeId, code, termSha256: agreement.term.sha256 })}
        resend={{ resendAfter: challenge.resendAfter, busy: send.isPending, sent: wasResent && !sign.error, onResend: () => { sign.reset(); resend() } }}
      >
        <Link className="link" to={paths.debts}>Agora não</Link>
      </CodeForm>
    </Page>
  )
}

function useSign(agreement: Agreement) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (signature: Signature) => signAgreement(agreement.id, signature),
    onSuccess: (signed) => {
      forgetSigningChallenge(agreement.id)
      queryClient.setQueryData(agreementQuery(agreement.id).queryKey, signed)
      queryClient.removeQueries({ queryKey: ['me', 'offer-sheet'] })
      queryClient.removeQueries({ queryKey: ['me', 'drawn-agreement'] })
      void queryClient.invalidateQueries({ queryKey: myDebtsQuery.queryKey })
      void navigate(paths.agreement(agreement.id), { replace: true, state: { justSigned: true } })
    },
  })
}
