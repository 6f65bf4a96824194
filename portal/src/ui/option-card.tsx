import './option-card.css'
import { useId, type ReactNode } from 'react'

interface OptionCardProps {
  type: 'radio' | 'checkbox'
  id?: string
  name: string
  value: string
  checked: boolean
  onSelect: (checked: boolean) => void
  title: ReactNode
  figure?: ReactNode
  children?: ReactNode
  describedBy?: string | undefined
}

/** A native radio or checkbox as a card. Its name is the title and the figure; the rest is its description. */
export function OptionCard({ type, id, name, value, checked, onSelect, title, figure, children, describedBy }: OptionCardProps) {
  const own = useId()
  return (
    <label className="option">
      <input
        className="option-control"
        type={type}
        id={id}
        name={name}
        value={value}
        checked={checked}
        aria-labelledby={`${own}-head`}
        aria-describedby={[children && `${own}-body`, describedBy].filter(Boolean).join(' ') || undefined}
        onChange={(event) => onSelect(event.target.checked)}
      />
      <span className="option-head" id={`${own}-head`}>
        <span className="option-title">{title}</span> {figure}
      </span>
      <span className="option-body" id={`${own}-body`}>{children}</span>
    </label>
  )
}
