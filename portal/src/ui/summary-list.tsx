import './summary-list.css'
import type { ReactNode } from 'react'
import { Link } from 'react-router'

interface SummaryRowProps {
  name: string
  /** Where the answer can be changed. */
  changeAt?: string
  children: ReactNode
}

export function SummaryList({ children }: { children: ReactNode }) {
  return <dl className="summary-list">{children}</dl>
}

/** One answer, and the way to change it. */
export function SummaryRow({ name, changeAt, children }: SummaryRowProps) {
  return (
    <div className="summary-row">
      <dt>{name}</dt>
      <dd>{children}</dd>
      {changeAt && (
        <dd className="summary-change no-print">
          <Link className="link small" to={changeAt}>Alterar<span className="visually-hidden"> {name.toLowerCase()}</span></Link>
        </dd>
      )}
    </div>
  )
}
