import './field.css'
import type { ComponentProps, ReactNode } from 'react'
import { Icon } from './icons.tsx'

interface FieldProps extends ComponentProps<'input'> {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
  prefix?: string
}

/** A text field with its label, its hint and its error, tied together for every reader. */
export function Field({ id, label, hint, error, prefix, className = '', ...input }: FieldProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {hint && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <div className="field-control">
        {prefix && <span className="field-prefix" aria-hidden="true">{prefix}</span>}
        <input {...input} id={id} className={`input ${className}`} aria-invalid={error ? true : undefined} aria-describedby={describedBy || undefined} />
      </div>
    </div>
  )
}

interface TextAreaProps extends ComponentProps<'textarea'> {
  id: string
  label: string
  hint?: ReactNode
  error?: string | undefined
}

/** A field for more than a line, with the same parts. */
export function TextArea({ id, label, hint, error, ...area }: TextAreaProps) {
  const describedBy = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label className="field-label" htmlFor={id}>{label}</label>
      {hint && <p className="field-hint" id={`${id}-hint`}>{hint}</p>}
      {error && <FieldError id={`${id}-error`} text={error} />}
      <textarea {...area} id={id} className="input" aria-invalid={error ? true : undefined} aria-describedby={describedBy || undefined} />
    </div>
  )
}

export function FieldError({ id, text }: { id: string; text: string }) {
  return (
    <p className="field-error" id={id}>
      <Icon name="alert" />
      <span><span className="visually-hidden">Erro: </span>{text}</span>
    </p>
  )
}
