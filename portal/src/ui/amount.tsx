import './amount.css'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'

/** Money, in figures that line up and never break. */
export function Amount({ cents, size = 'm' }: { cents: number; size?: 'm' | 'l' | 'xl' }) {
  return <span className={`amount amount-${size}`}>{formatBrl(cents)}</span>
}
