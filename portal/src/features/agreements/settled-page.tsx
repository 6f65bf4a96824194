import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { meQuery } from '../../lib/me.ts'
import { papers, paths } from '../../lib/paths.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonDownload, ButtonLink } from '../../ui/button.tsx'
import { Icon } from '../../ui/icons.tsx'
import { BackLink, Page, PageTitle } from '../../ui/page.tsx'
import { AboutAgreement } from './about-agreement.tsx'
import { Delisting } from './delisting.tsx'
import { InstallmentList } from './installment-list.tsx'
import { MoneyApart } from './money-apart.tsx'

/** A debt settled is a moment. The paper that proves it comes first. */
export function SettledPage({ agreement }: { agreement: Agreement }) {
  const { data: me } = useQuery(meQuery)
  return (
    <Page>
      <BackLink to={paths.agreements}>Meus acordos</BackLink>
      <div className="banner settled">
        <span className="settled-mark"><Icon name="check" /></span>
        <PageTitle tab="Dívida quitada">{me ? `${me.firstName}, você terminou de pagar` : 'Você terminou de pagar'}</PageTitle>
        <p>
          Sua dívida com {agreement.creditor.brand.name} está quitada
          {agreement.settledAt && ` desde ${formatInstantDay(agreement.settledAt)}`}. Você pagou <Amount cents={agreement.paidCents} />.
        </p>
      </div>
      {agreement.can.discharge.ok && (
        <>
          <ButtonDownload wide href={papers.discharge(agreement.id)} download><Icon name="download" />Baixar a carta de quitação</ButtonDownload>
          <p className="soft">Guarde a carta. Ela prova que esta dívida acabou, e qualquer pessoa pode conferir o código que está nela.</p>
        </>
      )}
      <ProtestConsent agreement={agreement} />
      <MoneyApart agreement={agreement} />
      <Delisting agreement={agreement} />
      {agreement.benefits?.map(({ text, coupon }) => (
        <p key={text}>Por ter pago tudo, você recebe: <strong>{text}</strong>{coupon && <>, com o cupom <code className="nowrap">{coupon}</code></>}.</p>
      ))}
      <InstallmentList agreement={agreement} next={null} />
      <AboutAgreement agreement={agreement} />
      <ButtonLink secondary wide to={paths.debts}>Ver minhas dívidas</ButtonLink>
    </Page>
  )
}

// The registry takes the creditor's consent from whoever brings it, and asks its own fees of them (Lei 9.492/1997, art. 26).
function ProtestConsent({ agreement: { id, can } }: { agreement: Agreement }) {
  if (!can.protestConsent.ok) return null
  return (
    <>
      <ButtonDownload secondary wide href={papers.protestConsent(id)} download><Icon name="download" />Baixar a carta para cancelar o protesto</ButtonDownload>
      <p className="soft">Esta dívida foi protestada. Leve a carta ao cartório que está nela e peça o cancelamento. O cartório pode cobrar uma taxa.</p>
    </>
  )
}
