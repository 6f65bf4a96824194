import { paths } from '../lib/paths.ts'
import { ButtonLink } from '../ui/button.tsx'
import { Page, PageTitle } from '../ui/page.tsx'

export function NotFound() {
  return (
    <Page>
      <div className="page-head">
        <PageTitle>Não há nada neste endereço</PageTitle>
        <p className="lead">O link pode estar incompleto ou antigo. Confira o endereço, ou comece por uma destas páginas.</p>
      </div>
      <ButtonLink to={paths.debts}>Ver minhas dívidas</ButtonLink>
      <ButtonLink secondary to={paths.help}>Ir para a ajuda</ButtonLink>
    </Page>
  )
}
