import type { ReactNode } from 'react'
import { Icon } from './icons.tsx'

interface DisclosureProps {
  title: string
  open?: boolean
  onToggle?: (open: boolean) => void
  children: ReactNode
}

/** The browser's own details, with a sign that turns. */
export function Disclosure({ title, open, onToggle, children }: DisclosureProps) {
  return (
    <details open={open} onToggle={(event) => onToggle?.(event.currentTarget.open)}>
      <summary><span>{title}</span><Icon name="chevronDown" /></summary>
      {children}
    </details>
  )
}
