import { paths } from '../../lib/paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'

/** Good news, said plainly. */
export function NothingOwed({ firstName }: { firstName: string }) {
  return (
    <Page>
      <div className="page-head">
        <PageTitle tab="Minhas dívidas">{`${firstName}, você não deve nada aqui`}</PageTitle>
        <p className="lead">Nenhuma empresa que usa este portal tem dívida aberta no seu CPF. Não há nada a fazer agora.</p>
      </div>
      <Notice icon="check">
        <p>Se você pagou um acordo por aqui, a carta de quitação continua à sua espera.</p>
      </Notice>
      <ButtonLink secondary to={paths.agreements}>Ver meus acordos</ButtonLink>
    </Page>
  )
}
