import './option-card.css'
import './term-box.css'
import type { ReactNode } from 'react'
import { FieldError } from './field.tsx'

/** The exact text that will be signed, in a box that the keyboard can scroll. Headings are bold; no character is changed. */
export function TermBox({ text }: { text: string }) {
  return (
    <div id="term" className="term-box" role="region" aria-label="Texto do termo" tabIndex={0}>
      {text.split(/(?<=\n\n)/).map((section, i) => <TermSection key={i} section={section} />)}
    </div>
  )
}

function TermSection({ section }: { section: string }) {
  const [heading = ''] = section.split('\n')
  return <><strong>{heading}</strong>{section.slice(heading.length)}</>
}

interface AcceptTickProps {
  id: string
  checked: boolean
  onChange: (checked: boolean) => void
  error?: string | undefined
}

/** The one tick before signing. Never set beforehand. */
export function AcceptTick(props: AcceptTickProps) {
  return <Tick {...props}>Li o termo do acordo e aceito assinar por código, com o mesmo valor de uma assinatura no papel</Tick>
}

/** A tick with the words that it stands for. */
export function Tick({ id, checked, onChange, error, children }: AcceptTickProps & { children: ReactNode }) {
  return (
    <div>
      {error && <FieldError id={`${id}-error`} text={error} />}
      <label className="tick">
        <input
          className="option-control"
          type="checkbox"
          id={id}
          checked={checked}
          aria-invalid={error ? true : undefined}
          aria-describedby={error ? `${id}-error` : undefined}
          onChange={(event) => onChange(event.target.checked)}
        />
        <span>{children}</span>
      </label>
    </div>
  )
}
