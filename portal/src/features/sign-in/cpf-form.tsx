import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { cpfDigits, isCpf } from '@repactua/shared/br/cpf.ts'
import { isApiProblem, problemCode } from '../../lib/api-problem.ts'
import { paths } from '../../lib/paths.ts'
import { maskTypedCpf } from '../../lib/typed-text.ts'
import { Button } from '../../ui/button.tsx'
import { ErrorSummary } from '../../ui/error-summary.tsx'
import { Field } from '../../ui/field.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { requestCode } from './requests.ts'
import { keepChallenge, keptCpf } from './sign-in-draft.ts'

/** Asks for the CPF and sends a code to the contact on file. */
export function CpfForm() {
  const [cpf, setCpf] = useState(keptCpf)
  const [own, setOwn] = useState<string | null>(null)
  const send = useSendCode()
  const mistake = own ?? refusalOfCpf(send.error)
  const submit = (): void => {
    const problem = cpfProblem(cpf)
    setOwn(problem)
    if (!problem) send.mutate(cpf)
  }
  return (
    <form className="stack" noValidate onSubmit={(event) => { event.preventDefault(); submit() }}>
      {mistake && <ErrorSummary mistakes={[{ fieldId: 'cpf', text: mistake }]} />}
      {!mistake && send.error && <ProblemNotice error={send.error} />}
      <Field
        id="cpf"
        label="Seu CPF"
        hint="Vamos enviar um código para o contato que a empresa já tem de você."
        inputMode="numeric"
        autoComplete="off"
        spellCheck={false}
        placeholder="000.000.000-00"
        value={cpf}
        error={mistake ?? undefined}
        onChange={(event) => { setCpf(shownCpf(event.target)); setOwn(null) }}
      />
      <Button type="submit" wide busy={send.isPending}>Continuar</Button>
    </form>
  )
}

function useSendCode() {
  const navigate = useNavigate()
  return useMutation({
    mutationFn: requestCode,
    onSuccess: (challenge, cpf) => {
      keepChallenge(cpf, challenge)
      void navigate(paths.code)
    },
  })
}

// The mask is put on only while typing at the end, so that the cursor never jumps when a digit inside is mended.
function shownCpf({ value, selectionStart }: HTMLInputElement): string {
  return selectionStart === null || selectionStart >= value.length ? maskTypedCpf(value) : value
}

function cpfProblem(cpf: string): string | null {
  if (cpf.trim() === '') return 'Digite seu CPF.'
  return isCpf(cpfDigits(cpf)) ? null : 'Confira os onze números do CPF.'
}

function refusalOfCpf(error: unknown): string | null {
  const code = problemCode(error)
  if (!isApiProblem(error) || (code !== 'invalid_cpf' && code !== 'invalid_request')) return null
  return 'Confira os onze números do CPF.'
}
