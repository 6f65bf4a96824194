import type { ReactNode } from 'react'
import { paths } from '../../lib/paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'

/** Nobody asks for anything here: nothing is owed, or what is may not be negotiated now. The words are true for both. */
export function NothingOwed({ firstName, children }: { firstName: string; children: ReactNode }) {
  return (
    <Page>
      <div className="page-head">
        <PageTitle tab="Minhas dívidas">{`${firstName}, não há nada para negociar aqui`}</PageTitle>
        <p className="lead">Nenhuma empresa tem algo a cobrar de você por aqui agora. Pode ficar em paz: você não precisa fazer nada.</p>
      </div>
      <Notice icon="check">
        <p>Se você pagou um acordo por aqui, a carta de quitação continua à sua espera.</p>
      </Notice>
      <ButtonLink secondary to={paths.agreements}>Ver meus acordos</ButtonLink>
      {children}
    </Page>
  )
}
