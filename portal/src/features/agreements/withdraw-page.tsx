import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Navigate, useNavigate, useParams } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { Amount } from '../../ui/amount.tsx'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { withdraw } from './requests.ts'

/** Undoing an agreement within its days: what it does, and one press. */
export function WithdrawPage() {
  const { id = '' } = useParams()
  const agreement = useQuery(agreementQuery(id))
  if (!agreement.data && agreement.isError) return <Page><PageTitle>Desistir do acordo</PageTitle><ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} /></Page>
  if (!agreement.data) return <Loading />
  if (!agreement.data.can.withdraw.ok) return <Navigate to={paths.agreement(id)} replace />
  return <BrandScope color={agreement.data.creditor.brand.color}><Confirm agreement={agreement.data} /></BrandScope>
}

function Confirm({ agreement: { id, creditor, paidCents, withdrawal } }: { agreement: Agreement }) {
  const navigate = useNavigate()
  const client = useQueryClient()
  const undo = useMutation({
    mutationFn: () => withdraw(id),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ['me'] })
      await navigate(paths.agreement(id), { replace: true })
    },
  })
  return (
    <Page>
      <BackLink to={paths.agreement(id)}>Voltar ao acordo</BackLink>
      <div className="page-head">
        <PageTitle>Desistir do acordo</PageTitle>
        <p className="lead">Você pode desistir até {formatDay(withdrawal!.lastDayOn)}, sem custo e sem explicar por quê.</p>
      </div>
      <p>A dívida com {creditor.brand.name} volta a ser como antes do acordo, com os juros e a multa que ela tinha. Os descontos deste acordo deixam de valer.</p>
      {paidCents > 0 && <p>Você já pagou <Amount cents={paidCents} />. {creditor.brand.name} precisa devolver esse valor de imediato.</p>}
      <p>Depois, você pode ver as opções do dia e fazer outro acordo.</p>
      {undo.isError && <ProblemNotice error={undo.error} />}
      <Button wide busy={undo.isPending} onClick={() => undo.mutate()}>Desistir do acordo</Button>
      <ButtonLink secondary wide to={paths.agreement(id)}>Manter o acordo</ButtonLink>
    </Page>
  )
}
