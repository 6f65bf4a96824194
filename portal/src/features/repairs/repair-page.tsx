import { useQuery } from '@tanstack/react-query'
import { Navigate, useLocation, useNavigate, useParams } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import type { Progress, Signing } from './progress.ts'
import { RepairCode } from './repair-code.tsx'
import { repairOf, type RepairKind } from './repair-kinds.ts'
import { RepairQuestions } from './repair-questions.tsx'
import { RepairQuote } from './repair-quote.tsx'
import { quoteQuery } from './requests.ts'

/** One change: its questions one by one, then all that it does, then the code. */
export function RepairPage() {
  const { id = '', repair: slug } = useParams()
  const agreement = useQuery(agreementQuery(id))
  const repair = repairOf(slug)
  if (!repair) return <Navigate to={paths.repairs(id)} replace />
  if (!agreement.data && agreement.isError) return <Page><PageTitle>Ajuste</PageTitle><ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} /></Page>
  if (!agreement.data) return <Loading />
  return <BrandScope color={agreement.data.creditor.brand.color}><Steps key={slug} agreement={agreement.data} repair={repair} /></BrandScope>
}

function Steps({ agreement, repair }: { agreement: Agreement; repair: RepairKind }) {
  const navigate = useNavigate()
  const progress = (useLocation().state ?? {}) as Progress
  const input = progress.input ?? (repair.kind === 'pay_off' ? ({ kind: 'pay_off' } as const) : null)
  const goOn = (next: Progress): void => void navigate('.', { state: next })
  if (progress.signing) return <RepairCode agreement={agreement} repair={repair} signing={progress.signing} />
  if (!agreement.can[repair.permission].ok) return <Navigate to={paths.repairs(agreement.id)} replace />
  if (!input) return <RepairQuestions agreement={agreement} repair={repair} progress={progress} onAnswer={goOn} />
  return <Quote agreement={agreement} repair={repair} input={input} onSign={(signing) => goOn({ ...progress, input, signing })} />
}

interface QuoteProps {
  agreement: Agreement
  repair: RepairKind
  input: NonNullable<Progress['input']>
  onSign: (signing: Signing) => void
}

function Quote({ agreement, repair, input, onSign }: QuoteProps) {
  const quote = useQuery(quoteQuery(agreement.id, input))
  if (quote.isError) return <Page><BackLink to={paths.repairs(agreement.id)} /><PageTitle>{repair.title}</PageTitle><ProblemNotice error={quote.error} onRetry={() => void quote.refetch()} /></Page>
  if (!quote.data) return <Loading />
  const { id, payNow } = quote.data
  return <RepairQuote agreement={agreement} repair={repair} quote={quote.data} onSign={() => onSign({ quoteId: id, isPaid: payNow !== null })} />
}
