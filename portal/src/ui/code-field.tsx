import { typedCode } from '../lib/typed-text.ts'
import { Field } from './field.tsx'

interface CodeFieldProps {
  id: string
  value: string
  onChange: (code: string) => void
  error?: string | undefined
}

/** Six digits in one field: the phone may fill it in, and a pasted message keeps only its digits. */
export function CodeField({ id, value, onChange, error }: CodeFieldProps) {
  return (
    <Field
      id={id}
      label="Código de 6 números"
      className="input-code"
      inputMode="numeric"
      autoComplete="one-time-code"
      spellCheck={false}
      value={value}
      error={error}
      onChange={(event) => onChange(typedCode(event.target.value))}
    />
  )
}

/** What is wrong with a typed code before it is sent, or null. */
export function codeProblem(code: string): string | null {
  return code.length === 6 ? null : 'Digite os seis números do código.'
}
