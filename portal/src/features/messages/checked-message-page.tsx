import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { MessageVerification } from '@repactua/shared/contract/message-checks.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { problemCode } from '../../lib/api-problem.ts'
import { CHANNEL_NAMES } from '../../lib/channel-words.ts'
import { paths } from '../../lib/paths.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { typedVerificationCode } from '../../lib/typed-text.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { messageQuery } from './requests.ts'
import { AlreadyPaid, ScamAdvice } from './scam-advice.tsx'

/** The answer to the code of one message. */
export function CheckedMessagePage() {
  const code = typedVerificationCode(useParams()['code'] ?? '')
  const message = useQuery(messageQuery(code))
  if (message.isPending) return <Loading />
  return (
    <Page>
      <BackLink to={paths.checkMessage}>Conferir outro código</BackLink>
      {message.data && <Genuine message={message.data} />}
      {message.isError && (isUnknown(message.error) ? <Unknown code={code} /> : <Failed error={message.error} onRetry={() => void message.refetch()} />)}
    </Page>
  )
}

function Genuine({ message: { code, creditor, channel, sentAt } }: { message: MessageVerification }) {
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Mensagem conferida">Esta mensagem é nossa</PageTitle>
        <p className="lead">Compare com a que você recebeu: tudo abaixo precisa ser igual.</p>
      </div>
      <Card>
        <SummaryList>
          <SummaryRow name="Código"><span className="unbroken">{code}</span></SummaryRow>
          <SummaryRow name="Em nome de">{creditor.tradeName}<br /><span className="soft small">{creditor.legalName}, CNPJ <span className="nowrap">{formatCnpj(creditor.cnpj)}</span></span></SummaryRow>
          <SummaryRow name="Enviada em">{formatInstantDay(sentAt)}</SummaryRow>
          <SummaryRow name="Por onde">{CHANNEL_NAMES[channel]}</SummaryRow>
        </SummaryList>
      </Card>
      <Notice icon="shield">
        <p className="small">Se a empresa, o dia ou o canal for outro, alguém copiou o código: não pague e não responda. Por respeito a quem recebeu, esta página não mostra nome nem assunto.</p>
      </Notice>
      <ButtonLink wide to={paths.signIn}>Entrar para ver do que se trata</ButtonLink>
    </>
  )
}

function Unknown({ code }: { code: string }) {
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Código não encontrado">Não enviamos nenhuma mensagem com este código</PageTitle>
        <p className="lead">Confira letra por letra: <strong className="unbroken">{code}</strong></p>
      </div>
      <Notice tone="warning">
        <p>Se o código está igual ao da mensagem, ela não é nossa. Não toque no link, não pague e não responda. Para saber se há algo para você, entre por aqui com o seu CPF.</p>
      </Notice>
      <ButtonLink secondary to={paths.checkMessage}>Digitar de novo</ButtonLink>
      <ScamAdvice />
      <AlreadyPaid />
    </>
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return <><PageTitle>Conferir uma mensagem</PageTitle><ProblemNotice error={error} onRetry={onRetry} /></>
}

function isUnknown(error: Error): boolean {
  return problemCode(error) === 'not_found' || problemCode(error) === 'invalid_request'
}
