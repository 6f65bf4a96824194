import type { MyDebt } from '@repactua/shared/contract/debts.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Notice } from '../../ui/notice.tsx'

const PLACES = { listing: 'Cadastro de crédito', protest: 'Cartório de protesto' } as const

/** What a debt has brought on or may bring, since when, and how it comes back: said as calmly as the rest. */
export function Standing({ debt: { escalation, service = [] } }: { debt: Pick<MyDebt, 'escalation' | 'service'> }) {
  return (
    <>
      {service.map((limit) => (
        <Notice key={limit.limits}>
          <p className="small"><strong>{limit.state === 'limited' ? `Desde ${formatDay(limit.fromOn)}` : `A partir de ${formatDay(limit.fromOn)}`}</strong></p>
          <p className="small">{limit.limits}</p>
          <p className="small">{limit.comesBack}</p>
        </Notice>
      ))}
      {escalation && (
        <Notice>
          <p className="small"><strong>{PLACES[escalation.kind]}, desde {formatInstantDay(escalation.since)}</strong></p>
          <p className="small">{escalation.meaning}</p>
          <p className="small">{escalation.whatToDo}</p>
        </Notice>
      )}
    </>
  )
}
