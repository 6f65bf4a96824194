import { useQuery } from '@tanstack/react-query'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { MoneyApart as Apart } from '@repactua/shared/contract/money-apart.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Notice } from '../../ui/notice.tsx'
import { moneyApartQuery } from './requests.ts'

/** The person's money that is in none of the installments: where it is, and who has the next word. */
export function MoneyApart({ agreement: { id, creditor, paidCents } }: { agreement: Agreement }) {
  const { data } = useQuery(moneyApartQuery(id, paidCents))
  // What an undone agreement gives back is told by its own words.
  const refunds = (data?.refunds ?? []).filter(({ reason }) => reason !== 'withdrawal')
  const held = data?.held ?? []
  if (held.length + refunds.length === 0) return null
  const waits = held.length > 0 || refunds.some(({ confirmedAt }) => confirmedAt === null)
  return (
    <Notice>
      <h2>Dinheiro seu fora das parcelas</h2>
      {held.map((one, i) => <Held key={i} held={one} creditor={creditor.brand.name} />)}
      {refunds.map((one, i) => <Refund key={i} refund={one} creditor={creditor.brand.name} />)}
      {waits && <><p>Se demorar, pergunte à empresa:</p><CreditorContact creditor={creditor} /></>}
    </Notice>
  )
}

function Held({ held: { amountCents, paidAt, reason }, creditor }: { held: Apart['held'][number]; creditor: string }) {
  return (
    <p>
      <strong><Amount cents={amountCents} /></strong>, pagos em {formatInstantDay(paidAt)}, estão guardados{reason === 'paid_twice' && ', porque parecem um pagamento repetido'}.{' '}
      {creditor} vai dizer para onde vão: outra parcela, a dívida ou de volta para você. Nada se perde.
    </p>
  )
}

function Refund({ refund: { amountCents, confirmedAt, reason }, creditor }: { refund: Apart['refunds'][number]; creditor: string }) {
  if (confirmedAt) return <p>{creditor} informou que devolveu <strong><Amount cents={amountCents} /></strong> em {formatInstantDay(confirmedAt)}.</p>
  return <p>{creditor} precisa devolver <strong><Amount cents={amountCents} /></strong>, {reason === 'overpayment' ? 'que vieram a mais do que faltava pagar' : 'que não eram devidos'}.</p>
}
