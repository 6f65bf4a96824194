import './notice.css'
import type { ReactNode } from 'react'
import { Icon, type IconName } from './icons.tsx'

type Tone = 'calm' | 'warning' | 'danger'

interface NoticeProps {
  tone?: Tone
  icon?: IconName
  /** `alert` interrupts a screen reader, `status` waits its turn. */
  role?: 'alert' | 'status'
  children: ReactNode
}

/** A quiet box that says one thing, with an icon so that colour is never alone. */
export function Notice({ tone = 'calm', icon, role, children }: NoticeProps) {
  return (
    <div className={`notice notice-${tone}`} role={role}>
      <Icon name={icon ?? (tone === 'calm' ? 'info' : 'alert')} />
      <div className="notice-body">{children}</div>
    </div>
  )
}
