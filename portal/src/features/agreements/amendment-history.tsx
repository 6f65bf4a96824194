import { useQuery } from '@tanstack/react-query'
import type { Amendment } from '@repactua/shared/contract/amendments.ts'
import { formatInstantDay } from '../../lib/printed-figures.ts'
import { Card } from '../../ui/card.tsx'
import { Disclosure } from '../../ui/disclosure.tsx'
import { amendmentsQuery } from './requests.ts'

const STATUS_WORDS: Record<Amendment['status'], string> = { applied: 'vale', pending: 'espera o pagamento', lapsed: 'não foi pago e não vale mais' }

/** What was signed after the term, word for word. Nothing where nothing was. */
export function AmendmentHistory({ agreementId }: { agreementId: string }) {
  const amendments = useQuery(amendmentsQuery(agreementId)).data?.data ?? []
  if (amendments.length === 0) return null
  return (
    <Card tight aria-labelledby="history">
      <h2 id="history">Ajustes já feitos</h2>
      {amendments.map((amendment) => <OneAmendment key={amendment.id} amendment={amendment} />)}
    </Card>
  )
}

function OneAmendment({ amendment: { text, signedAt, status } }: { amendment: Amendment }) {
  const [title = '', ...lines] = text.split('\n')
  return (
    <Disclosure title={`${title}, em ${formatInstantDay(signedAt)}`}>
      <div className="stack stack-tight">
        <p className="small"><strong>Este ajuste {STATUS_WORDS[status]}.</strong></p>
        {lines.map((line, i) => <p key={i} className="small">{line}</p>)}
      </div>
    </Disclosure>
  )
}
