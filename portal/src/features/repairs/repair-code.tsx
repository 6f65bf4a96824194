import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { forgetSentCode, useSentCode } from '../../lib/use-sent-code.ts'
import { CodeForm } from '../../ui/code-form.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Signing } from './progress.ts'
import type { RepairKind } from './repair-kinds.ts'
import { requestRepairCode, signRepair } from './requests.ts'

interface RepairCodeProps {
  agreement: Agreement
  repair: RepairKind
  signing: Signing
}

/** The code confirms the change: six digits, bound to the very words that were shown. */
export function RepairCode({ agreement, repair, signing }: RepairCodeProps) {
  const { challenge, send, resend, wasResent } = useSentCode(nameOf(signing), () => requestRepairCode(agreement.id, signing.quoteId))
  const sign = useSign(agreement, signing)
  if (!challenge && send.isError) return <Page><BackLink to={paths.repairs(agreement.id)} /><PageTitle>Confirmar</PageTitle><ProblemNotice error={send.error} onRetry={resend} /></Page>
  if (!challenge) return <Loading />
  return (
    <Page>
      <div className="page-head">
        <p className="eyebrow">{repair.title}</p>
        <PageTitle tab="Confirmar">Digite o código para confirmar</PageTitle>
        <p className="lead">Enviamos um código para o seu contato cadastrado. Com ele você confirma este ajuste, e só ele.</p>
      </div>
      <CodeForm
        submitLabel="Confirmar o ajuste"
        busy={sign.isPending}
        error={sign.error ?? send.error}
        onSubmit={(code) => sign.mutate({ challengeId: challenge.challengeId, code })}
        resend={{ resendAfter: challenge.resendAfter, busy: send.isPending, sent: wasResent && !sign.error, onResend: () => { sign.reset(); resend() } }}
      >
        <Link className="link" to={paths.agreement(agreement.id)}>Agora não</Link>
      </CodeForm>
    </Page>
  )
}

function useSign(agreement: Agreement, signing: Signing) {
  const navigate = useNavigate()
  const queryClient = useQueryClient()
  return useMutation({
    mutationFn: (signature: { challengeId: string; code: string }) => signRepair(agreement.id, signing.quoteId, signature),
    onSuccess: (amended) => {
      forgetSentCode(nameOf(signing))
      queryClient.setQueryData(agreementQuery(agreement.id).queryKey, amended)
      queryClient.removeQueries({ queryKey: ['me', 'amendments', agreement.id] })
      void navigate(paths.agreement(agreement.id), { replace: true, state: { justAmended: signing.isPaid ? 'pending' : 'applied' } })
    },
  })
}

function nameOf({ quoteId }: Signing): string {
  return `repactua.repair.${quoteId}`
}
