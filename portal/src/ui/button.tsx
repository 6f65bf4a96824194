import './button.css'
import type { ComponentProps, ReactNode } from 'react'
import { Link } from 'react-router'

interface Look {
  secondary?: boolean
  wide?: boolean
  children: ReactNode
}

type ButtonProps = Look & ComponentProps<'button'> & { busy?: boolean }

/** The main control. While busy it keeps its place and its focus, and a second press does nothing. */
export function Button({ secondary, wide, busy = false, type = 'button', onClick, children, ...rest }: ButtonProps) {
  return (
    <button
      {...rest}
      type={type}
      className={look({ secondary, wide })}
      aria-disabled={busy || undefined}
      onClick={busy ? (event) => event.preventDefault() : onClick}
    >
      {children}
    </button>
  )
}

/** A way to another page that looks like a button. */
export function ButtonLink({ secondary, wide, ...rest }: Look & ComponentProps<typeof Link>) {
  return <Link {...rest} className={look({ secondary, wide })} />
}

/** A paper or a file that looks like a button. */
export function ButtonDownload({ secondary, wide, ...rest }: Look & ComponentProps<'a'>) {
  return <a {...rest} className={look({ secondary, wide })} />
}

function look({ secondary, wide }: { secondary?: boolean | undefined; wide?: boolean | undefined }): string {
  return ['button', secondary && 'button-secondary', wide && 'button-wide'].filter(Boolean).join(' ')
}
