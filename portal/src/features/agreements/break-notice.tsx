import { Link } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { paths } from '../../lib/paths.ts'
import { CreditorContact } from '../../ui/creditor-contact.tsx'
import { Notice } from '../../ui/notice.tsx'

/** The notice before an agreement ends for want of payment: until when it can be put in order, and whom to talk to. */
export function BreakNotice({ agreement: { id, breakNotice, creditor, can } }: { agreement: Agreement }) {
  if (!breakNotice) return null
  return (
    <Notice tone="warning">
      <p><strong>Há parcelas atrasadas neste acordo.</strong></p>
      <p>Você pode colocar em dia até {formatDay(breakNotice.lastDayOn, { year: true })}, e tudo continua como combinado. Depois dessa data o acordo termina, e o que você pagou continua contando.</p>
      {can.reage.ok && <p><Link className="link" to={paths.repair(id, 'por-em-dia')}>Ver como pôr em dia sem pagar tudo agora</Link></p>}
      <p>Se está difícil, fale com {creditor.brand.name}:</p>
      <CreditorContact creditor={creditor} />
    </Notice>
  )
}
