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

/** Whether the installments pay themselves, or could. Nothing where the company has no Pix Automático. */
export function AutomaticCard({ agreement }: { agreement: Agreement }) {
  const { data } = useQuery(automaticPixQuery(agreement.id))
  const isOn = data?.status === 'approved'
  if (!data || (!data.available && !isOn)) return null
  return (
    <Card aria-labelledby="pix-automatico">
      {isOn ? <On leave={data} /> : <Off />}
      <ButtonLink secondary wide to={paths.automaticPix(agreement.id)}>{isOn ? 'Ver ou desligar' : data.status === 'offered' ? 'Ver o código para autorizar' : 'Quero ligar'}</ButtonLink>
    </Card>
  )
}

function Off() {
  return (
    <>
      <h2 id="pix-automatico">Pague sem precisar lembrar</h2>
      <p>Com o Pix Automático, cada parcela sai da sua conta no dia do vencimento. Você autoriza uma vez, no seu banco, e desliga quando quiser.</p>
    </>
  )
}

function On({ leave: { nextDebit, failedDebit } }: { leave: AutomaticPix }) {
  return (
    <>
      <h2 id="pix-automatico">Pix Automático ligado</h2>
      {failedDebit && <Failed debit={failedDebit} />}
      <p>Cada parcela sai da sua conta no dia do vencimento.</p>
      {nextDebit && <p className="small">Próximo débito: <Amount cents={nextDebit.amountCents} />, em {formatDay(nextDebit.dueOn, { year: true })}.</p>}
    </>
  )
}

function Failed({ debit: { dueOn, amountCents } }: { debit: NonNullable<AutomaticPix['failedDebit']> }) {
  return (
    <Notice tone="warning">
      <p>Não deu para debitar a parcela de <Amount cents={amountCents} />, de {formatDay(dueOn)}. Pague esta pelo código Pix acima. As próximas continuam no automático.</p>
    </Notice>
  )
}
