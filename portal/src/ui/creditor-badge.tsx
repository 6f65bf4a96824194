import './creditor-badge.css'
import { useState, type CSSProperties, type ReactNode } from 'react'
import type { Brand } from '@repactua/shared/contract/creditors.ts'
import { brandMark } from '../lib/brand-colors.ts'

/** The creditor's mark beside its name. The name says it all, so the mark is hidden from screen readers. */
export function CreditorLine({ brand, children }: { brand: Brand; children: ReactNode }) {
  return (
    <div className="creditor">
      <Mark brand={brand} />
      <div className="creditor-words">{children}</div>
    </div>
  )
}

function Mark({ brand }: { brand: Brand }) {
  const [broken, setBroken] = useState(false)
  if (!brand.logoUrl || broken) return <span className="creditor-badge" style={markColors(brand.color)} aria-hidden="true">{initial(brand.name)}</span>
  return (
    <span className="creditor-badge creditor-badge-logo" aria-hidden="true">
      <img src={brand.logoUrl} alt="" width="44" height="44" loading="lazy" referrerPolicy="no-referrer" onError={() => setBroken(true)} />
    </span>
  )
}

function markColors(color: string): CSSProperties {
  const { mark, onMark } = brandMark(color)
  return { '--mark': mark, '--on-mark': onMark } as CSSProperties
}

// "Lojas Aurora" is known by its A: words that only say what kind of firm it is are passed over.
function initial(name: string): string {
  const own = name.replace(/^(lojas?|banco|grupo|companhia|cia\.?|supermercados?|faculdade|universidade|colégio|escola)\s+/i, '')
  return own.charAt(0).toLocaleUpperCase('pt-BR')
}
