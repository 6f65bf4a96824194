import { useState, type ReactNode } from 'react'
import { useNavigate } from 'react-router'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { paths } from '../../lib/paths.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Icon } from '../../ui/icons.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'

interface QuestionPageProps {
  agreement: Agreement
  title: string
  lead?: string
  /** The field that a mistake leads to. */
  fieldId: string
  /** What is wrong with the answer, or null where it can go on. */
  check: () => string | null
  onNext: () => void
  children: (mistake: string | null) => ReactNode
}

/** One question, its answer, the way on and the way out. */
export function QuestionPage({ agreement, title, lead, fieldId, check, onNext, children }: QuestionPageProps) {
  const navigate = useNavigate()
  const [mistake, setMistake] = useState<string | null>(null)
  const submit = (): void => {
    const found = check()
    setMistake(found)
    if (!found) onNext()
  }
  return (
    <Page>
      <button type="button" className="back link no-print" onClick={() => void navigate(-1)}><Icon name="arrowLeft" />Voltar</button>
      {mistake && <ErrorSummary mistakes={[{ fieldId, text: mistake }]} />}
      <div className="page-head">
        <PageTitle tab="Ajuste">{title}</PageTitle>
        {lead && <p className="lead">{lead}</p>}
      </div>
      <form className="stack stack-loose" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        {children(mistake)}
        <Button type="submit" wide>Continuar</Button>
        <ButtonLink secondary wide to={paths.agreement(agreement.id)}>Agora não</ButtonLink>
      </form>
    </Page>
  )
}
