import { useQuery } from '@tanstack/react-query'
import { useParams } from 'react-router'
import type { AgreementVerification } from '@repactua/shared/contract/agreements.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { problemCode } from '../../lib/api-problem.ts'
import { paths } from '../../lib/paths.ts'
import { formatInstant, formatInstantDay } from '../../lib/printed-figures.ts'
import { AGREEMENT_WORDS } from '../../lib/trade-words.ts'
import { typedVerificationCode } from '../../lib/typed-text.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { SummaryList, SummaryRow } from '../../ui/summary-list.tsx'
import { statementVerificationQuery, verificationQuery } from './requests.ts'
import { StatementFound } from './statement-found.tsx'

const NO_LONGER_VALID: ReadonlySet<string> = new Set(['broken', 'cancelled', 'withdrawn', 'expired'])

/** The answer to one code. */
export function VerificationPage() {
  const code = typedVerificationCode(useParams()['code'] ?? '')
  const verification = useQuery(verificationQuery(code))
  if (verification.isPending) return <Loading />
  return (
    <Page>
      <BackLink to={paths.verify}>Conferir outro código</BackLink>
      {verification.data && <Found verification={verification.data} />}
      {verification.isError && (isUnknown(verification.error) ? <Statement code={code} /> : <Failed error={verification.error} onRetry={() => void verification.refetch()} />)}
    </Page>
  )
}

// A statement's code looks like an agreement's: what is unknown as one may be the other.
function Statement({ code }: { code: string }) {
  const statement = useQuery(statementVerificationQuery(code))
  if (statement.data) return <StatementFound statement={statement.data} />
  if (!statement.isError) return <p className="lead" role="status">Conferindo o código</p>
  return isUnknown(statement.error) ? <Unknown code={code} /> : <Failed error={statement.error} onRetry={() => void statement.refetch()} />
}

function Found({ verification }: { verification: AgreementVerification }) {
  const { creditor, settledAt } = verification
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Acordo conferido">Este acordo é verdadeiro</PageTitle>
        <p className="lead">Compare com o papel: tudo abaixo precisa ser igual.</p>
      </div>
      {NO_LONGER_VALID.has(verification.status) && (
        <Notice tone="warning"><p><strong>Este acordo não está mais valendo.</strong> Antes de pagar qualquer valor, fale com a empresa.</p></Notice>
      )}
      <Card>
        <SummaryList>
          <SummaryRow name="Código"><span className="unbroken">{verification.code}</span></SummaryRow>
          <SummaryRow name="Empresa">{creditor.tradeName}<br /><span className="soft small">{creditor.legalName}, CNPJ <span className="nowrap">{formatCnpj(creditor.cnpj)}</span></span></SummaryRow>
          <SummaryRow name="Situação">{AGREEMENT_WORDS[verification.status]}{settledAt && ` em ${formatInstantDay(settledAt)}`}</SummaryRow>
          <SummaryRow name="Assinado em">{formatInstant(verification.signedAt)}</SummaryRow>
          <SummaryRow name="Total do acordo"><Amount cents={verification.totalCents} /></SummaryRow>
          <SummaryRow name="Pagamentos">{verification.count === 1 ? 'À vista' : `${verification.count} parcelas`}</SummaryRow>
          <SummaryRow name="Impressão digital do termo (SHA-256)"><code className="hash">{verification.termSha256}</code></SummaryRow>
        </SummaryList>
      </Card>
      <Notice icon="shield">
        <p className="small">Por respeito a quem assinou, esta página não mostra nome nem CPF. Pague só em nome da empresa e do CNPJ acima.</p>
      </Notice>
    </>
  )
}

function Unknown({ code }: { code: string }) {
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Código não encontrado">Não encontramos este código</PageTitle>
        <p className="lead">Confira letra por letra: <strong className="unbroken">{code}</strong></p>
      </div>
      <Notice tone="warning">
        <p>Se o código está igual ao do papel, não pague nada ainda. Fale com a empresa por um telefone que você já conhece, não pelo que está no papel.</p>
      </Notice>
      <ButtonLink secondary to={paths.verify}>Digitar de novo</ButtonLink>
    </>
  )
}

function Failed({ error, onRetry }: { error: Error; onRetry: () => void }) {
  return <><PageTitle>Conferir um acordo</PageTitle><ProblemNotice error={error} onRetry={onRetry} /></>
}

function isUnknown(error: Error): boolean {
  return problemCode(error) === 'not_found' || problemCode(error) === 'invalid_request'
}
