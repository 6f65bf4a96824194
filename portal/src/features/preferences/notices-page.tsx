import './notices.css'
import { useQuery } from '@tanstack/react-query'
import type { ContactChoices } from '@repactua/shared/contract/contact-choices.ts'
import { paths } from '../../lib/paths.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { AddressesCard } from './addresses-card.tsx'
import { ChoiceTable } from './choice-table.tsx'
import { PauseCard } from './pause-card.tsx'
import { PushCard } from './push-card.tsx'
import { choicesQuery } from './requests.ts'
import { useChoose } from './use-choose.ts'

/** By which channels, of what and from whom this person wants to hear. */
export function NoticesPage() {
  const choices = useQuery(choicesQuery)
  if (!choices.data && choices.isError) return <Page><PageTitle>Seus avisos</PageTitle><ProblemNotice error={choices.error} onRetry={() => void choices.refetch()} /></Page>
  if (!choices.data) return <Loading />
  const { addresses, pausedUntil, pushEndpoints } = choices.data
  return (
    <Page>
      <BackLink to={paths.debts}>Minhas dívidas</BackLink>
      <div className="page-head">
        <PageTitle>Seus avisos</PageTitle>
        <p className="lead">Você escolhe por onde e sobre o que falamos com você. Cada mudança vale na hora.</p>
      </div>
      <PauseCard pausedUntil={pausedUntil} />
      <Choices choices={choices.data} />
      <PushCard endpoints={pushEndpoints} />
      <AddressesCard addresses={addresses} />
    </Page>
  )
}

function Choices({ choices: { choices, creditors } }: { choices: ContactChoices }) {
  const { mutate, isPending, isSuccess, error } = useChoose()
  const isAlone = creditors.length === 1
  return (
    <Card aria-labelledby="por-onde">
      <h2 id="por-onde">{isAlone ? 'Por onde e sobre o quê' : 'De todas as empresas'}</h2>
      {error && <ProblemNotice error={error} />}
      <ChoiceTable caption={isAlone ? 'O que você recebe' : 'O que você recebe de todas as empresas'} choices={choices} onChoose={mutate} />
      {!isAlone && (
        <div>
          {creditors.map(({ creditor, choices: own }) => (
            <Disclosure key={creditor.id} title={`Só de ${creditor.brand.name}`}>
              <ChoiceTable caption={`O que você recebe de ${creditor.brand.name}`} choices={own} ceiling={choices} onChoose={(choice) => mutate({ creditorId: creditor.id, ...choice })} />
            </Disclosure>
          ))}
        </div>
      )}
      <p className="small soft">Por WhatsApp, só se você marcar. Sempre chegam: os códigos que você pede para entrar ou assinar, e os papéis de um acordo que você assinou.</p>
      <p className="visually-hidden" role="status">{isSuccess && !isPending ? 'Mudança guardada.' : ''}</p>
    </Card>
  )
}
