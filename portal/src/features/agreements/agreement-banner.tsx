import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useLocation } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { meQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { formatInstant, formatInstantDay } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Notice } from '../../ui/notice.tsx'
import { PageTitle } from '../../ui/page.tsx'
import { VoluntaryNotice } from '../../ui/voluntary-notice.tsx'
import { TermDownload } from './term-download.tsx'

/** How the agreement stands, in one sentence, before anything else. */
export function AgreementBanner({ agreement }: { agreement: Agreement }) {
  switch (agreement.status) {
    case 'awaiting_signature':
      return <AwaitingSignature agreement={agreement} />
    case 'awaiting_first_payment':
    case 'active':
    case 'settled':
      return <Signed agreement={agreement} />
    case 'broken':
    case 'cancelled':
    case 'withdrawn':
    case 'expired':
      return <Ended agreement={agreement} />
  }
}

function Signed({ agreement }: { agreement: Agreement }) {
  const state = useLocation().state as { justSigned?: boolean } | null
  // As the page was opened: a first payment that arrives moves nothing. Who is late has no moment to be told of.
  const [isNew] = useState(Boolean(state?.justSigned) || (agreement.status === 'awaiting_first_payment' && !isLate(agreement)))
  return (
    <>
      <div className={`banner ${isNew ? '' : 'banner-quiet'}`}>
        <PageTitle tab="Acordo">{isNew ? 'Acordo assinado' : `${agreement.courtOrder ? 'Plano' : 'Acordo'} com ${agreement.creditor.brand.name}`}</PageTitle>
        <LastDay agreement={agreement} />
        {agreement.courtOrder && <p>Este plano veio da Justiça e vale como foi homologado, sem multa e sem juros.</p>}
        {isNew && <TermDownload agreementId={agreement.id} />}
      </div>
      {agreement.voluntary && <VoluntaryNotice />}
    </>
  )
}

function isLate({ installments }: Agreement): boolean {
  return installments.some(({ overdueDays }) => overdueDays > 0)
}

function LastDay({ agreement }: { agreement: Agreement }) {
  const { data: me } = useQuery(meQuery)
  const lastDueOn = agreement.installments.at(-1)?.dueOn ?? ''
  const text = `sua dívida com ${agreement.creditor.brand.name} tem data para acabar: ${formatDay(lastDueOn, { year: true })}.`
  return <p>{me ? `${me.firstName}, ${text}` : text.charAt(0).toUpperCase() + text.slice(1)}</p>
}

function AwaitingSignature({ agreement }: { agreement: Agreement }) {
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Acordo">Falta assinar este acordo</PageTitle>
        <p className="lead">Ele espera sua assinatura até {formatInstant(agreement.expiresAt)}. Se você não assinar, nada muda.</p>
      </div>
      <ButtonLink to={paths.sign(agreement.id)}>Ler e assinar</ButtonLink>
    </>
  )
}

const ENDED = {
  broken: { title: 'Este acordo terminou por atraso', text: 'A dívida original voltou, e tudo o que você pagou continua contando. Veja as opções para o que falta.' },
  cancelled: { title: 'Este acordo foi cancelado', text: 'Se isso não foi combinado com você, fale com a empresa.' },
  withdrawn: { title: 'Este acordo foi desfeito', text: 'A dívida volta a valer como antes dele.' },
  expired: { title: 'O prazo para assinar terminou', text: 'Nada foi cobrado. Você pode ver as opções de hoje.' },
} as const

function GivenBack({ agreement: { creditor, withdrawal } }: { agreement: Agreement }) {
  if (!withdrawal?.refund) return null
  const { amountCents, confirmedAt } = withdrawal.refund
  if (confirmedAt) return <p>{creditor.brand.name} informou que devolveu <strong><Amount cents={amountCents} /></strong> em {formatInstantDay(confirmedAt)}.</p>
  return <p>{creditor.brand.name} precisa devolver <strong><Amount cents={amountCents} /></strong>, o que você pagou por este acordo. Se demorar, pergunte à empresa quando vem.</p>
}

const NOVATED = 'O que falta do valor combinado continua em aberto, e tudo o que você pagou continua contando. Veja as opções para o que falta.'

function Ended({ agreement }: { agreement: Agreement & { status: string } }) {
  const { title, text: usual } = ENDED[agreement.status as keyof typeof ENDED]
  const text = agreement.status === 'broken' && agreement.breakRule.effect === 'novation' ? NOVATED : usual
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Acordo">{title}</PageTitle>
        <p className="lead">{text}</p>
      </div>
      <ButtonLink to={paths.debts}>Ver minhas dívidas</ButtonLink>
      <Notice>
        <GivenBack agreement={agreement} />
        <p>Fale com {agreement.creditor.brand.name}:</p>
        <CreditorContact creditor={agreement.creditor} />
      </Notice>
    </>
  )
}
