import './sticky-summary.css'
import type { ReactNode } from 'react'

interface StickySummaryProps {
  title: string
  lead: ReactNode
  /** Shown only where there is room: on a wide screen. */
  more?: ReactNode
  action: ReactNode
  note?: ReactNode
}

/** What has been chosen and the way on: a bar at the bottom of a phone, a card at the side of a wide screen. */
export function StickySummary({ title, lead, more, action, note }: StickySummaryProps) {
  return (
    <aside className="sticky-summary no-print" aria-label={title}>
      <h2 aria-hidden="true">{title}</h2>
      <div className="sticky-summary-head">
        <div aria-live="polite">{lead}</div>
        {more && <div className="sticky-summary-more">{more}</div>}
        {action}
        {note && <p className="sticky-summary-note">{note}</p>}
      </div>
    </aside>
  )
}
