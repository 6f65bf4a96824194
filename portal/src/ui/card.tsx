import './card.css'
import type { ComponentProps } from 'react'

/** A sheet of paper on the table: one matter each. */
export function Card({ tight = false, as: Tag = 'section', className = '', ...rest }: ComponentProps<'section'> & { tight?: boolean; as?: 'section' | 'article' | 'div' | 'li' | 'aside' }) {
  const props = { ...rest, className: `card ${tight ? 'card-tight' : ''} ${className}` } as ComponentProps<'div'>
  const Element = Tag as 'div'
  return <Element {...props} />
}
