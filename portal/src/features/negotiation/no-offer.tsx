import type { CreditorCard } from '@repactua/shared/contract/creditors.ts'
import { paths } from '../../lib/paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { BackLink, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

/** No options came: why, and where else to turn. */
export function NoOffer({ error, creditor, onRetry }: { error: Error; creditor: CreditorCard | undefined; onRetry: () => void }) {
  return (
    <Page>
      <BackLink to={paths.debts} />
      <PageTitle tab="Opções">Não deu para montar as opções agora</PageTitle>
      <ProblemNotice error={error} onRetry={onRetry} />
      {creditor && (
        <section className="stack stack-tight">
          <h2>Fale com {creditor.brand.name}</h2>
          <CreditorContact creditor={creditor} />
        </section>
      )}
      <ButtonLink secondary to={paths.debts}>Voltar para as minhas dívidas</ButtonLink>
    </Page>
  )
}
