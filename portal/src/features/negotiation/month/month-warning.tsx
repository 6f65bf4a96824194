import type { Affordability } from '@repactua/shared/contract/affordability.ts'
import type { OfferSheet } from '@repactua/shared/contract/offers.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { planInWords } from '../../../lib/plan-words.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { fitsMonth, monthInWords } from './outlook-words.ts'

interface MonthWarningProps {
  sheet: OfferSheet
  answer: Affordability | undefined
  optionId: string
  onChoose: (optionId: string) => void
}

/** Before signing: what the chosen plan would take of the month, with a lighter one at hand. Going on stays possible. */
export function MonthWarning({ sheet, answer, optionId, onChoose }: MonthWarningProps) {
  const outlook = answer?.options.find((each) => each.optionId === optionId)
  if (!answer || !outlook || fitsMonth(outlook)) return null
  const lighter = answer.lookFirst === optionId ? undefined : sheet.options.find(({ id }) => id === answer.lookFirst)
  return (
    <Notice tone="warning">
      <p>
        <strong>Esta opção aperta o seu mês.</strong> Em {monthInWords(outlook.worstMonth)}, faltariam{' '}
        <span className="money">{formatBrl(outlook.missingCents)}</span> para o básico. Você pode seguir assim mesmo, se o dinheiro vier de outro lugar.
      </p>
      {lighter && (
        <>
          <p>{answer.anyFits ? 'Esta cabe' : 'Esta pesa menos'}: {planInWords(lighter)}.</p>
          <Button secondary onClick={() => onChoose(lighter.id)}>Trocar por esta opção</Button>
        </>
      )}
    </Notice>
  )
}
