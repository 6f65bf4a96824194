import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { Amount } from '../../ui/amount.tsx'
import { ChoiceQuestion } from './choice-question.tsx'
import { openInstallments } from './open-installments.ts'

interface InstallmentQuestionProps {
  agreement: Agreement
  title: string
  onAnswer: (number: number) => void
}

/** Which of the installments that are still to fall due. */
export function InstallmentQuestion({ agreement, title, onAnswer }: InstallmentQuestionProps) {
  const choices = openInstallments(agreement).map(({ number, dueOn, amountCents }) => ({
    value: number, title: formatDay(dueOn), figure: <Amount cents={amountCents} />, text: `${dueOn.slice(0, 4)}, parcela ${number}`,
  }))
  return <ChoiceQuestion agreement={agreement} title={title} choices={choices} showAll={`Ver todas as ${choices.length} parcelas`} onAnswer={onAnswer} />
}
