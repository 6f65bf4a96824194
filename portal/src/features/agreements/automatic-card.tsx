import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { AutomaticPix } from '@repactua/shared/contract/automatic-pix.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { Amount } from '../../ui/amount.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Notice } from '../../ui/notice.tsx'
import { automaticPixQuery } from './requests.ts'

/** That the installments pay themselves: it stands above the code, so that nobody thinks they must pay by hand as well. */
export function AutomaticOn({ agreement }: { agreement: Agreement }) {
  const { data } = useQuery(automaticPixQuery(agreement.id))
  if (data?.status !== 'approved') return null
  const { nextDebit, failedDebit } = data
  return (
    <Card aria-labelledby="pix-automatico">
      <h2 id="pix-automatico">Pix Automático ligado</h2>
      {failedDebit && <Failed debit={failedDebit} />}
      <p>Cada parcela sai da sua conta no dia do vencimento. Se preferir pagar antes, use o código abaixo, e esse débito é cancelado.</p>
      {nextDebit && <p>Próximo débito: <strong><Amount cents={nextDebit.amountCents} /></strong>, em {formatDay(nextDebit.dueOn, { year: true })}.</p>}
      <ButtonLink secondary wide to={paths.automaticPix(agreement.id)}>Ver ou desligar</ButtonLink>
    </Card>
  )
}

/** That the installments could pay themselves. Nothing where the company has no Pix Automático. */
export function AutomaticOffer({ agreement }: { agreement: Agreement }) {
  const { data } = useQuery(automaticPixQuery(agreement.id))
  if (!data?.available || data.status === 'approved') return null
  return (
    <Card tight aria-labelledby="pix-automatico" className="no-print">
      <h2 id="pix-automatico">Pague sem precisar lembrar</h2>
      <p>Com o Pix Automático, cada parcela sai da sua conta no dia do vencimento. Você autoriza uma vez, no seu banco, e desliga quando quiser.</p>
      <ButtonLink secondary wide to={paths.automaticPix(agreement.id)}>{data.status === 'offered' ? 'Ver o código para autorizar' : 'Quero ligar'}</ButtonLink>
    </Card>
  )
}

function Failed({ debit: { dueOn, amountCents } }: { debit: NonNullable<AutomaticPix['failedDebit']> }) {
  return (
    <Notice tone="warning">
      <p>Não deu para debitar a parcela de <Amount cents={amountCents} />, de {formatDay(dueOn)}. Pague esta pelo código Pix abaixo. As próximas continuam no automático.</p>
    </Notice>
  )
}
