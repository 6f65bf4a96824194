import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import { ERROR_TEXTS } from '@repactua/shared/errors/texts.pt-br.ts'
import { agreementQuery } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { counted } from '../../lib/printed-figures.ts'
import { BrandScope } from '../../ui/brand-scope.tsx'
import { Card } from '../../ui/card.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { BackLink, Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { REPAIR_KINDS, timesLeft, type RepairKind } from './repair-kinds.ts'

/** What may be done with a plan: what is possible first, then the rest with its reason. */
export function RepairsPage() {
  const { id = '' } = useParams()
  const agreement = useQuery(agreementQuery(id))
  if (!agreement.data && agreement.isError) return <Page><PageTitle>Ajustes</PageTitle><ProblemNotice error={agreement.error} onRetry={() => void agreement.refetch()} /></Page>
  if (!agreement.data) return <Loading />
  return <BrandScope color={agreement.data.creditor.brand.color}><Repairs agreement={agreement.data} /></BrandScope>
}

function Repairs({ agreement }: { agreement: Agreement }) {
  const possible = REPAIR_KINDS.filter(({ permission }) => agreement.can[permission].ok)
  const others = REPAIR_KINDS.filter(({ permission }) => !agreement.can[permission].ok)
  return (
    <Page>
      <BackLink to={paths.agreement(agreement.id)}>Acordo</BackLink>
      <div className="page-head">
        <PageTitle tab="Ajustes">Do que você precisa?</PageTitle>
        <p className="lead">Você vê como fica antes de confirmar. Nada muda até lá.</p>
      </div>
      {possible.map((repair) => <Possible key={repair.slug} agreement={agreement} repair={repair} />)}
      {others.length > 0 && (
        <Card tight>
          <Disclosure title="O que não dá agora, e por quê">
            <ul className="plain-list">
              {others.map((repair) => <li key={repair.slug}><strong>{repair.title}.</strong> {reasonOf(agreement, repair)}</li>)}
            </ul>
          </Disclosure>
        </Card>
      )}
      <Card tight aria-labelledby="talk">
        <h2 id="talk">Nada disso resolve?</h2>
        <p>Fale com {agreement.creditor.brand.name}. Você também pode procurar o Procon ou a Defensoria Pública.</p>
        <CreditorContact creditor={agreement.creditor} />
      </Card>
    </Page>
  )
}

function Possible({ agreement, repair }: { agreement: Agreement; repair: RepairKind }) {
  const left = timesLeft(agreement, repair)
  return (
    <Card tight as="article" aria-labelledby={repair.slug}>
      <h2 id={repair.slug}><Link className="link" to={paths.repair(agreement.id, repair.slug)}>{repair.title}</Link></h2>
      <p>{repair.text}{left !== null && ` Este acordo permite mais ${counted(left, 'vez', 'vezes')}.`}</p>
    </Card>
  )
}

function reasonOf({ can }: Agreement, { permission }: RepairKind): string {
  const text = ERROR_TEXTS[can[permission].code as ErrorCode]
  return text ? text.title : ''
}
