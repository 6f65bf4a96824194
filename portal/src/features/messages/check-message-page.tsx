import { useState } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { typedVerificationCode } from '../../lib/typed-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Notice } from '../../ui/notice.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'
import { AlreadyPaid, ScamAdvice } from './scam-advice.tsx'

/** Was this message sent by us? Anybody may ask, without signing in. */
export function CheckMessagePage() {
  const isBrokenLink = (useLocation().state as { brokenLink?: boolean } | null)?.brokenLink === true
  return (
    <Page>
      {isBrokenLink && <BrokenLink />}
      <div className="page-head">
        <PageTitle tab="Conferir uma mensagem">Esta mensagem é mesmo nossa?</PageTitle>
        <p className="lead">Toda mensagem que enviamos traz um código. Digite aqui e veja se ela saiu daqui.</p>
      </div>
      <CodeQuestion />
      <ScamAdvice />
      <AlreadyPaid />
    </Page>
  )
}

function BrokenLink() {
  return (
    <Notice tone="warning" role="status">
      <h2>Não reconhecemos este link</h2>
      <p>Ele pode ter vindo cortado, ou não ser nosso. Não pague nem informe nada por causa dele antes de conferir a mensagem.</p>
    </Notice>
  )
}

function CodeQuestion() {
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const submit = (): void => {
    const typed = typedVerificationCode(code)
    if (typed) void navigate(paths.checkedMessage(typed))
    else setMistake('Digite o código que está na mensagem.')
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      {mistake && <ErrorSummary mistakes={[{ fieldId: 'message-code', text: mistake }]} />}
      <Field
        id="message-code" label="Código da mensagem" hint="São oito letras e números, quase sempre no fim da mensagem." placeholder="XXXX-XXXX" autoComplete="off" autoCapitalize="characters" spellCheck={false}
        maxLength={60} value={code} error={mistake ?? undefined} onChange={(event) => { setCode(event.target.value); setMistake(null) }}
      />
      <Button type="submit" wide>Conferir</Button>
    </form>
  )
}
