import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { ChoiceQuestion } from './choice-question.tsx'

interface PartsQuestionProps {
  agreement: Agreement
  number: number
  onAnswer: (parts: number) => void
}

const LEAST_PARTS = 2

/** Into how many parts one installment is split. */
export function PartsQuestion({ agreement, number, onAnswer }: PartsQuestionProps) {
  const installment = agreement.installments.find((one) => one.number === number)
  const most = agreement.can.split.mostParts ?? LEAST_PARTS
  const choices = Array.from({ length: most - 1 }, (_, i) => ({ value: i + LEAST_PARTS, title: `Em ${i + LEAST_PARTS} partes` }))
  const lead = installment && `A parcela de ${formatDay(installment.dueOn, { year: true })}, de ${formatBrl(installment.amountCents)}. A primeira parte fica nessa data, e as outras vêm uma por mês.`
  return <ChoiceQuestion agreement={agreement} title="Em quantas partes?" {...(lead && { lead })} choices={choices} onAnswer={onAnswer} />
}
