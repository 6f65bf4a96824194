import './layout.css'
import { useQuery } from '@tanstack/react-query'
import { Link, NavLink, Outlet, ScrollRestoration } from 'react-router'
import { meQuery } from '../lib/me.ts'
import { paths } from '../lib/paths.ts'
import icon from './icon.svg'
import { SignOutButton } from './sign-out-button.tsx'
import { useSessionEnd } from './use-session-end.ts'

/** What stands around every page. */
export function Layout() {
  useSessionEnd()
  return (
    <>
      <a className="skip" href="#conteudo">Pular para o conteúdo</a>
      <Header />
      <main id="conteudo" tabIndex={-1} data-focus-target>
        <Outlet />
      </main>
      <Footer />
      <ScrollRestoration />
    </>
  )
}

function Header() {
  // Reads what the private pages have asked already; it never asks by itself.
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <header className={`header no-print ${me ? 'header-signed-in' : ''}`}>
      <div className="header-row">
        <Link className="home" to={me ? paths.debts : paths.signIn}>
          <img src={icon} alt="" width="32" height="32" />
          <span>Repactua</span>
        </Link>
        <nav className="nav" aria-label="Principal">
          {me ? <SignedInLinks /> : <NavLink to={paths.help}>Ajuda</NavLink>}
        </nav>
      </div>
    </header>
  )
}

function SignedInLinks() {
  return (
    <>
      <NavLink to={paths.debts}>Dívidas</NavLink>
      <NavLink to={paths.agreements}>Acordos</NavLink>
      <SignOutButton />
    </>
  )
}

function Footer() {
  const { data: me } = useQuery({ ...meQuery, enabled: false })
  return (
    <footer className="footer no-print">
      <nav className="footer-row" aria-label="Rodapé">
        {me && <Link to={paths.notices}>Seus avisos</Link>}
        <Link to={paths.help}>Ajuda</Link>
        <Link to={paths.verify}>Conferir um acordo</Link>
        <Link to={paths.checkMessage}>Conferir uma mensagem</Link>
        <Link to={paths.helpTrueSite}>Este site é verdadeiro?</Link>
        <Link to={paths.helpRights}>Seus direitos</Link>
      </nav>
    </footer>
  )
}
