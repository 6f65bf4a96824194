import { Link } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { paths } from '../../lib/paths.ts'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'

/** The way to change a plan that has become hard, and to end it early. */
export function RepairsCard({ agreement: { id, can } }: { agreement: Agreement }) {
  const repairs = [can.moveDueDate, can.skip, can.split, can.reage]
  return (
    <Card tight aria-labelledby="repairs" className="no-print">
      <h2 id="repairs">Precisa de um ajuste?</h2>
      <p>{repairs.some(({ ok }) => ok) ? 'Por aqui você muda uma data ou uma parcela. Antes de confirmar, vê tudo como fica.' : 'Veja o que dá para fazer agora. Antes de confirmar, você vê tudo como fica.'}</p>
      {can.reage.ok && <ButtonLink wide to={paths.repair(id, 'por-em-dia')}>Pôr o acordo em dia</ButtonLink>}
      <ButtonLink secondary wide to={paths.repairs(id)}>Ver os ajustes</ButtonLink>
      {can.payOff.ok && <Link className="link" to={paths.repair(id, 'pagar-tudo')}>Pagar tudo hoje</Link>}
      {can.payAhead.ok && <Link className="link" to={paths.repair(id, 'adiantar')}>Adiantar parcelas</Link>}
    </Card>
  )
}
