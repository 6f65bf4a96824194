import { useState } from 'react'
import { useNavigate } from 'react-router'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { useMonthBudget, type MonthBudget } from '../../../lib/month-budget.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { ErrorSummary, type FieldMistake } from '../../../ui/error-summary.tsx'
import { Field } from '../../../ui/field.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { BackLink, Page, PageTitle } from '../../../ui/page.tsx'
import { readMonth, type TypedMonth } from './read-month.ts'
import { useNegotiation } from '../use-negotiation.ts'

/** Three questions about a month, so that the options can say what each would leave. Nothing of it is kept. */
export function MonthPage() {
  const navigate = useNavigate()
  const { way } = useNegotiation()
  const { budget, setBudget } = useMonthBudget()
  const [typed, setTyped] = useState<TypedMonth>(() => typedFrom(budget))
  const [mistakes, setMistakes] = useState<readonly FieldMistake[]>([])
  const submit = (): void => {
    const read = readMonth(typed)
    setMistakes('mistakes' in read ? read.mistakes : [])
    if ('mistakes' in read) return
    setBudget(read.month)
    void navigate(way.options)
  }
  return (
    <Page>
      <BackLink to={way.options} />
      <ErrorSummary mistakes={mistakes} />
      <div className="page-head">
        <PageTitle>Cabe no meu mês?</PageTitle>
        <p className="lead">São três perguntas. Com elas mostramos quanto sobra do seu mês em cada opção.</p>
      </div>
      <Notice icon="shield">
        <p>Só você vê. As respostas ficam nesta aba, não são guardadas e não vão para a empresa.</p>
      </Notice>
      <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        <Questions typed={typed} mistakes={mistakes} onType={(part) => { setTyped({ ...typed, ...part }); setMistakes([]) }} />
        <Button type="submit" wide>Ver quanto sobra</Button>
        <ButtonLink secondary wide to={way.options}>Agora não</ButtonLink>
      </form>
    </Page>
  )
}

interface QuestionsProps {
  typed: TypedMonth
  mistakes: readonly FieldMistake[]
  onType: (part: Partial<TypedMonth>) => void
}

function Questions({ typed, mistakes, onType }: QuestionsProps) {
  const field = (id: keyof TypedMonth) => ({
    id, value: typed[id], autoComplete: 'off', error: mistakes.find(({ fieldId }) => fieldId === id)?.text,
    onChange: (event: { target: { value: string } }) => onType({ [id]: event.target.value }),
  })
  return (
    <>
      <Field {...field('income')} label="Quanto entra por mês?" hint="Salário, aposentadoria, benefícios, bicos: o que chega na sua mão." prefix="R$" inputMode="decimal" />
      <Field {...field('essentials')} label="Quanto sai com o básico?" hint="Moradia, comida, luz, água, remédio, transporte, e as parcelas que você já paga." prefix="R$" inputMode="decimal" />
      <Field {...field('dependants')} label="Quantas pessoas dependem da sua renda?" hint="Sem contar você. Se ninguém depende, pode deixar em branco." inputMode="numeric" />
    </>
  )
}

function typedFrom(budget: MonthBudget | null): TypedMonth {
  if (!budget) return { income: '', essentials: '', dependants: '' }
  const { incomeCents, essentialsCents, dependants } = budget
  return { income: formatBrl(incomeCents).slice(3), essentials: formatBrl(essentialsCents).slice(3), dependants: String(dependants) }
}
