import type { ReactNode } from 'react'
import { Navigate } from 'react-router'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { BrandScope } from '../../../ui/brand-scope.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../../ui/page.tsx'
import { NoOffer } from '../no-offer.tsx'
import type { useNegotiation } from '../use-negotiation.ts'

interface ProposeFrameProps {
  negotiation: ReturnType<typeof useNegotiation>
  back: string
  title: string
  lead?: ReactNode
  /** The question, once the creditor's sheet is there. */
  children: (sheet: OfferSheet) => ReactNode
}

/** What stands around each question of the person's own offer. */
export function ProposeFrame({ negotiation, back, title, lead, children }: ProposeFrameProps) {
  const { way, creditorId, debts, debtIds, sheet } = negotiation
  const error = debts.error ?? sheet.error
  if (error) return <NoOffer error={error} creditor={debts.data?.data.find((debt) => debt.creditor.id === creditorId)?.creditor} onRetry={negotiation.startOver} />
  if (!debts.data) return <Loading />
  if (debtIds.length === 0) return <Navigate to={way.start} replace />
  if (!sheet.data) return <Loading />
  return (
    <BrandScope color={sheet.data.creditor.brand.color}>
      <Page>
        <BackLink to={back} />
        <div className="page-head">
          <p className="eyebrow">Sua proposta para {sheet.data.creditor.brand.name}</p>
          <PageTitle tab="Sua proposta">{title}</PageTitle>
          {lead && <p className="lead">{lead}</p>}
        </div>
        {children(sheet.data)}
      </Page>
    </BrandScope>
  )
}
