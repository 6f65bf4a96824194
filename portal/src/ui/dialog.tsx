import './dialog.css'
import { useEffect, useId, useRef, type ReactNode } from 'react'

interface DialogProps {
  open: boolean
  title: string
  /** The person closed it with Esc or the back gesture. */
  onDismiss: () => void
  children: ReactNode
  actions: ReactNode
}

/** The browser's own dialog: it holds the focus, closes with Esc and gives the focus back. */
export function Dialog({ open, title, onDismiss, children, actions }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  const titleId = useId()
  useEffect(() => {
    if (open) dialog.current?.showModal()
    else dialog.current?.close()
  }, [open])
  return (
    <dialog ref={dialog} className="dialog" aria-labelledby={titleId} onCancel={onDismiss}>
      <div className="stack">
        <h2 id={titleId}>{title}</h2>
        {children}
        <div className="dialog-actions">{actions}</div>
      </div>
    </dialog>
  )
}
