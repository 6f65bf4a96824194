import './cpf-page.css'
import { Link } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Icon, type IconName } from '../../ui/icons.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'
import { ArrivalNotice } from './arrival-notice.tsx'
import { CpfForm } from './cpf-form.tsx'

const STEPS: { icon: IconName; title: string; text: string }[] = [
  { icon: 'list', title: 'Veja', text: 'Cada dívida com seu valor de hoje, explicado parte por parte.' },
  { icon: 'calendar', title: 'Compare', text: 'À vista ou em parcelas, no dia que for melhor para você.' },
  { icon: 'pen', title: 'Assine só se couber', text: 'Você lê o termo inteiro antes e assina com um código.' },
]

/** The front door: who are you? */
export function CpfPage() {
  return (
    <Page wide>
      <div className="welcome">
        <div className="stack stack-loose">
          <ArrivalNotice />
          <div className="page-head">
            <PageTitle tab="Entrar">Veja suas dívidas e resolva do seu jeito</PageTitle>
            <p className="lead">Você consulta, compara as opções e só assina se couber no seu bolso.</p>
          </div>
          <CpfForm />
          <Notice icon="shield">
            <p className="small">Consultar é grátis e não gera nenhum registro em cadastros de crédito.</p>
            <Link className="small" to={paths.helpTrueSite}>Como saber que este site é verdadeiro</Link>
          </Notice>
          <Link className="link" to={paths.verify}>Recebi um acordo e quero conferir</Link>
        </div>
        <HowItWorks />
      </div>
    </Page>
  )
}

function HowItWorks() {
  return (
    <Card as="aside" aria-labelledby="como-funciona">
      <h2 id="como-funciona">Como funciona</h2>
      <ol className="steps">
        {STEPS.map(({ icon, title, text }) => (
          <li key={title}>
            <Icon name={icon} />
            <div>
              <h3>{title}</h3>
              <p className="soft small">{text}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  )
}
