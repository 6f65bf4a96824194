import type { CSSProperties, ReactNode } from 'react'
import { brandColors, type BrandShades } from '../lib/brand-colors.ts'

/** Gives what is inside the creditor's colour, in shades that read in the light and in the dark theme. */
export function BrandScope({ color, className = '', children }: { color: string | undefined; className?: string; children: ReactNode }) {
  return <div className={`${color ? 'brand-scope' : ''} ${className}`} style={color ? variables(color) : undefined}>{children}</div>
}

function variables(color: string): CSSProperties {
  const { light, dark } = brandColors(color)
  return { ...named('light', light), ...named('dark', dark) } as CSSProperties
}

function named(theme: 'light' | 'dark', shades: BrandShades): Record<string, string> {
  return {
    [`--${theme}-brand`]: shades.brand,
    [`--${theme}-brand-strong`]: shades.brandStrong,
    [`--${theme}-brand-soft`]: shades.brandSoft,
    [`--${theme}-on-brand`]: shades.onBrand,
  }
}
