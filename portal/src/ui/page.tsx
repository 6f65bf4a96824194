import './page.css'
import { useEffect, useRef, type ReactNode } from 'react'
import { Link } from 'react-router'
import { Icon } from './icons.tsx'

let isFirstPage = true

/** The frame of a page. A creditor's page stands inside a BrandScope. */
export function Page({ wide = false, children }: { wide?: boolean; children: ReactNode }) {
  return <div className={`page ${wide ? 'page-wide' : ''}`}>{children}</div>
}

interface PageTitleProps {
  /** The heading, and the tab's title where `tab` is left out. */
  children: string
  tab?: string
}

/** The page's h1. It names the tab and takes the focus after a navigation, so that a reader starts at the top. */
export function PageTitle({ children, tab }: PageTitleProps) {
  const heading = useRef<HTMLHeadingElement>(null)
  useEffect(() => {
    document.title = `${tab ?? children} · Repactua`
  }, [tab, children])
  useEffect(() => {
    if (!isFirstPage) heading.current?.focus({ preventScroll: true })
    isFirstPage = false
  }, [])
  return <h1 ref={heading} tabIndex={-1}>{children}</h1>
}

export function BackLink({ to, children = 'Voltar' }: { to: string; children?: string }) {
  return <Link className="back no-print" to={to}><Icon name="arrowLeft" />{children}</Link>
}

/** Where the reader stands between choosing and signing. */
export function Step({ number }: { number: 1 | 2 | 3 }) {
  return <p className="eyebrow">Passo {number} de 3</p>
}

/** Stands in for a page while its data travels. */
export function Loading() {
  return (
    <Page>
      <div className="skeleton" role="status">
        <span className="visually-hidden">Carregando</span>
        <span /><span /><span />
      </div>
    </Page>
  )
}
