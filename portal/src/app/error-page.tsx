import { isRouteErrorResponse, useRouteError } from 'react-router'
import { isApiProblem } from '../lib/api-problem.ts'
import { paths } from '../lib/paths.ts'
import { Button, ButtonLink } from '../ui/button.tsx'
import { Page, PageTitle } from '../ui/page.tsx'
import { NotFound } from './not-found.tsx'

/** A page that broke: says so, says what to do, and gives the request's number where there is one. */
export function ErrorPage() {
  const error = useRouteError()
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />
  const requestId = isApiProblem(error) ? error.problem.requestId : ''
  return (
    <Page>
      <div className="page-head">
        <PageTitle>Esta página não abriu</PageTitle>
        <p className="lead">O erro foi nosso, e nada do que você assinou se perdeu. Recarregue a página e tente de novo.</p>
      </div>
      {requestId && <p className="soft">Se continuar, informe este número: {requestId}</p>}
      <Button onClick={() => globalThis.location.reload()}>Recarregar a página</Button>
      <ButtonLink secondary to={paths.debts}>Ir para as minhas dívidas</ButtonLink>
    </Page>
  )
}
