import { useEffect, useRef } from 'react'
import { Notice } from './notice.tsx'

export interface FieldMistake {
  fieldId: string
  text: string
}

/** The list of what needs mending, above the form. It takes the focus, and each line leads to its field. */
export function ErrorSummary({ mistakes }: { mistakes: readonly FieldMistake[] }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    if (mistakes.length > 0) box.current?.focus()
  }, [mistakes])
  if (mistakes.length === 0) return null
  return (
    <div ref={box} tabIndex={-1} data-focus-target role="alert">
      <Notice tone="danger">
        <h2>Falta acertar isto</h2>
        <ul className="plain-list">
          {mistakes.map(({ fieldId, text }) => (
            <li key={fieldId}>
              <a href={`#${fieldId}`} onClick={(event) => focusField(event, fieldId)}>{text}</a>
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  )
}

function focusField(event: { preventDefault: () => void }, fieldId: string): void {
  event.preventDefault()
  const field = document.getElementById(fieldId)
  field?.scrollIntoView({ block: 'center' })
  field?.focus({ preventScroll: true })
}
