import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Navigate, useLocation, useParams } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Loading, Page } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SigningCode } from './signing-code.tsx'
import { TermStep } from './term-step.tsx'

/** Signs an agreement. Who comes straight from reading the term is asked for the code; who comes back later reads it first. */
export function SignPage() {
  const { id = '' } = useParams()
  const agreement = useQuery(agreementQuery(id))
  if (agreement.isError) return <Page><ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} /></Page>
  if (!agreement.data) return <Loading />
  if (agreement.data.status !== 'awaiting_signature') return <Navigate to={paths.agreement(id)} replace />
  return (
    <BrandScope color={agreement.data.creditor.brand.color}>
      <Steps agreement={agreement.data} />
    </BrandScope>
  )
}

function Steps({ agreement }: { agreement: Agreement }) {
  const state = useLocation().state as { accepted?: boolean } | null
  const [accepted, setAccepted] = useState(state?.accepted === true)
  return accepted ? <SigningCode agreement={agreement} /> : <TermStep agreement={agreement} onAccept={() => setAccepted(true)} />
}
