import { formatDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import type { PaperBlock } from '../../../platform/papers/paper.ts'
import type { AmendmentRecord } from '../amendment-history.repository.ts'
import { formatInstant } from './format-instant.ts'
import type { AgreementWhole } from '../load-agreement.ts'

/** What was signed after the term, word for word and in its order. The signed text above it never changes. */
export function amendmentBlocks({ amendments }: AgreementWhole): PaperBlock[] {
  if (amendments.length === 0) return []
  return [{ kind: 'rule' }, { kind: 'heading', level: 2, text: 'Ajustes deste acordo' }, ...amendments.flatMap(oneAmendment)]
}

// In points: a title never stands alone at the foot of a page.
const TITLE_AND_MORE = 120

function oneAmendment(amendment: AmendmentRecord): PaperBlock[] {
  const { sequence, quote, signedAt } = amendment
  const [title = '', ...lines] = quote.text.split('\n').filter((line) => line !== '')
  return [
    { kind: 'room', points: TITLE_AND_MORE },
    { kind: 'heading', level: 3, text: `${sequence}. ${title}` },
    ...lines.map((text) => ({ kind: 'paragraph', text, tight: true }) as const),
    {
      kind: 'facts',
      facts: [
        { label: 'Assinado em', value: formatInstant(signedAt) },
        { label: 'Como', value: 'Código enviado ao e-mail do devedor' },
        { label: 'Situação', value: standing(amendment) },
        { label: 'SHA-256 deste texto', value: quote.sha256 },
      ],
    },
  ]
}

// A paper is the same on every day, so it says until when and not whether that day has passed.
function standing({ appliedAt, payBy }: AmendmentRecord): string {
  return appliedAt ? `Vale desde ${formatInstant(appliedAt)}` : `Valia se fosse pago até ${formatDate(payBy as LocalDate)}`
}
