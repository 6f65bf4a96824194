import { useState } from 'react'
import { useNavigate } from 'react-router'
import { paths } from '../../lib/paths.ts'
import { typedVerificationCode } from '../../lib/typed-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { Page, PageTitle } from '../../ui/page.tsx'

/** Is this paper true? Anybody may ask, without signing in. */
export function VerifyPage() {
  const navigate = useNavigate()
  const [code, setCode] = useState('')
  const [mistake, setMistake] = useState<string | null>(null)
  const submit = (): void => {
    const typed = typedVerificationCode(code)
    if (typed) void navigate(paths.verification(typed))
    else setMistake('Digite o código que está no papel.')
  }
  return (
    <Page>
      <div className="page-head">
        <PageTitle>Conferir um acordo</PageTitle>
        <p className="lead">Recebeu um termo ou uma carta de quitação? Veja se o papel é verdadeiro antes de pagar ou aceitar.</p>
      </div>
      <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
        {mistake && <ErrorSummary mistakes={[{ fieldId: 'verification-code', text: mistake }]} />}
        <Field
          id="verification-code" label="Código de verificação" hint="Está no fim do papel, em letras e números." autoComplete="off" autoCapitalize="characters" spellCheck={false}
          maxLength={60} value={code} error={mistake ?? undefined} onChange={(event) => { setCode(event.target.value); setMistake(null) }}
        />
        <Button type="submit" wide>Conferir</Button>
      </form>
    </Page>
  )
}
