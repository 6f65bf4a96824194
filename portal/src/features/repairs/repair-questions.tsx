import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { RepairKind } from './repair-kinds.ts'
import { AheadCountQuestion, AheadEndQuestion } from './ahead-questions.tsx'
import { DateQuestion } from './date-question.tsx'
import { InstallmentQuestion } from './installment-question.tsx'
import { PartsQuestion } from './parts-question.tsx'
import { ReageQuestion } from './reage-question.tsx'
import type { Progress } from './progress.ts'

interface RepairQuestionsProps {
  agreement: Agreement
  repair: RepairKind
  progress: Progress
  onAnswer: (next: Progress) => void
}

/** The next question that has no answer yet. Each is a page of its own. */
export function RepairQuestions({ agreement, repair: { kind }, progress: { answers = {} }, onAnswer }: RepairQuestionsProps) {
  const { installmentNumber, from } = answers
  if (kind === 'reage') return <ReageQuestion agreement={agreement} onAnswer={(how) => onAnswer({ answers, input: { kind, how } })} />
  if (kind === 'pay_ahead') {
    if (!from) return <AheadEndQuestion agreement={agreement} onAnswer={(end) => onAnswer({ answers: { from: end } })} />
    return <AheadCountQuestion agreement={agreement} onAnswer={(much) => onAnswer({ answers, input: { kind, from, ...much } })} />
  }
  if (kind === 'skip') return <InstallmentQuestion agreement={agreement} title="Qual parcela vai para o fim?" onAnswer={(number) => onAnswer({ answers, input: { kind, installmentNumber: number } })} />
  if (installmentNumber === undefined) {
    const title = kind === 'split' ? 'Qual parcela você quer dividir?' : 'Qual parcela muda de data?'
    return <InstallmentQuestion agreement={agreement} title={title} onAnswer={(number) => onAnswer({ answers: { installmentNumber: number } })} />
  }
  if (kind === 'split') return <PartsQuestion agreement={agreement} number={installmentNumber} onAnswer={(parts) => onAnswer({ answers, input: { kind, installmentNumber, parts } })} />
  return <DateQuestion agreement={agreement} number={installmentNumber} onAnswer={(dueOn) => onAnswer({ answers, input: { kind: 'move_due_date', installmentNumber, dueOn } })} />
}
