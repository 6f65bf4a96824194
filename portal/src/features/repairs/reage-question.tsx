import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { ChoiceQuestion } from './choice-question.tsx'

type How = 'spread' | 'end'

/** Where late amounts go: into the installments that are left, or behind the last one. */
export function ReageQuestion({ agreement, onAnswer }: { agreement: Agreement; onAnswer: (how: How) => void }) {
  const choices: { value: How; title: string; text: string }[] = [
    { value: 'end', title: 'Para o fim', text: 'As parcelas de cada mês ficam como estão, e o acordo termina mais tarde.' },
    { value: 'spread', title: 'Dividido nas que faltam', text: 'O acordo termina no mesmo dia, e cada parcela aumenta um pouco.' },
  ]
  return (
    <ChoiceQuestion
      agreement={agreement} title="Para onde vai o que está atrasado?"
      lead="Depois disso o acordo fica em dia. A multa e os juros são os que já estavam no acordo." choices={choices} onAnswer={onAnswer}
    />
  )
}
