import { useState, type ReactNode } from 'react'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { FieldError } from '../../ui/field.tsx'
import { OptionCard } from '../../ui/option-card.tsx'
import { QuestionPage } from './question-page.tsx'

export interface Choice<T> {
  value: T
  title: string
  figure?: ReactNode
  text?: ReactNode
}

interface ChoiceQuestionProps<T> {
  agreement: Agreement
  title: string
  lead?: string
  choices: readonly Choice<T>[]
  /** How the press reads that shows all of many answers: "Ver todas as 23 parcelas". */
  showAll?: string
  onAnswer: (value: T) => void
}

const FEW = 6

/** A question with a few answers, as native radios. Nothing is chosen beforehand. */
export function ChoiceQuestion<T extends string | number>({ agreement, title, lead, choices, showAll, onAnswer }: ChoiceQuestionProps<T>) {
  const [chosen, setChosen] = useState<T | null>(null)
  const [all, setAll] = useState(showAll === undefined || choices.length <= FEW)
  return (
    <QuestionPage
      agreement={agreement} title={title} {...(lead !== undefined && { lead })} fieldId="choice-0"
      check={() => (chosen === null ? 'Escolha uma resposta para continuar.' : null)}
      onNext={() => chosen !== null && onAnswer(chosen)}
    >
      {(mistake) => (
        <fieldset className="options-list stack">
          <legend className="visually-hidden">{title}</legend>
          {mistake && <FieldError id="choice-error" text={mistake} />}
          {(all ? choices : choices.slice(0, FEW)).map(({ value, title: name, figure, text }, i) => (
            <OptionCard key={value} id={`choice-${i}`} type="radio" name="choice" value={String(value)} checked={value === chosen} onSelect={() => setChosen(value)} title={name} figure={figure} describedBy={mistake ? 'choice-error' : undefined}>
              {text}
            </OptionCard>
          ))}
          {!all && <button type="button" className="link" onClick={() => setAll(true)}>{showAll}</button>}
        </fieldset>
      )}
    </QuestionPage>
  )
}
