import './debts-page.css'
import { useQuery } from '@tanstack/react-query'
import { Link } from 'react-router'
import type { MyDebt, MyDebts } from '@repactua/shared/contract/debts.ts'
import { formatDay } from '@repactua/shared/time/local-date.ts'
import { meQuery, myDebtsQuery, negotiableDebts } from '../../lib/me.ts'
import { paths } from '../../lib/paths.ts'
import { counted } from '../../lib/printed-figures.ts'
import { Amount } from '../../ui/amount.tsx'
import { Loading, Page, PageTitle } from '../../ui/page.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { BarredDebts } from './barred-debts.tsx'
import { DebtCard } from './debt-card.tsx'
import { DebtGroupCard } from './debt-group-card.tsx'
import { groupByCreditor } from './group-by-creditor.ts'
import { InAgreementCard } from './in-agreement-card.tsx'
import { NothingOwed } from './nothing-owed.tsx'
import { DisputeNews } from './dispute-news.tsx'
import { PausedCard } from './paused-card.tsx'
import { ProposalNews } from './proposal-news.tsx'
import { YourSide } from './your-side.tsx'

/** All that this person owes, to every creditor of this portal. */
export function DebtsPage() {
  const debts = useQuery(myDebtsQuery)
  const me = useQuery(meQuery)
  if (debts.isError) return <Page><PageTitle>Minhas dívidas</PageTitle><ProblemNotice error={debts.error} onRetry={() => void debts.refetch()} /></Page>
  if (!debts.data || me.isPending) return <Loading />
  const firstName = me.data?.firstName ?? ''
  const open = debts.data.data.filter(isOpen)
  const inAgreement = debts.data.data.filter((debt) => debt.status === 'in_agreement')
  const paused = debts.data.data.filter(({ status }) => status === 'disputed' || status === 'on_hold')
  const barred = debts.data.data.filter((debt) => debt.barred && debt.status === 'open')
  if (open.length + inAgreement.length + paused.length === 0) return <NothingOwed firstName={firstName}><DisputeNews /><BarredDebts debts={barred} /><YourSide /></NothingOwed>
  return (
    <Page wide>
      <Greeting firstName={firstName} debts={debts.data} count={open.length} />
      <ProposalNews open={open} />
      <DisputeNews />
      {open.length > 0 && (
        <div className="card-grid">
          {groupByCreditor(open).map((group) => <DebtGroup key={group[0].id} group={group} all={debts.data} />)}
        </div>
      )}
      {paused.length > 0 && <Paused debts={paused} />}
      {inAgreement.length > 0 && <InAgreement debts={inAgreement} />}
      <BarredDebts debts={barred} />
      <YourSide />
    </Page>
  )
}

function Greeting({ firstName, debts, count }: { firstName: string; debts: MyDebts; count: number }) {
  return (
    <>
      <div className="page-head">
        <PageTitle tab="Minhas dívidas">{`Olá, ${firstName}`}</PageTitle>
        <p className="lead">
          {count === 0 ? 'Não há nada para negociar aqui agora.' : `Você tem ${counted(count, 'dívida aberta', 'dívidas abertas')}. Veja as opções com calma: nada é cobrado antes de você assinar.`}
        </p>
      </div>
      {count > 0 && (
        <p className="today">
          <span className="soft">Total hoje, {formatDay(debts.asOf)}</span>
          <Amount cents={debts.totalCents} size="xl" />
        </p>
      )}
    </>
  )
}

function DebtGroup({ group, all }: { group: [MyDebt, ...MyDebt[]]; all: MyDebts }) {
  const [debt] = group
  return group.length > 1 ? <DebtGroupCard debts={group} /> : <DebtCard debt={debt} optionsPath={optionsPath(all, debt)} />
}

function InAgreement({ debts }: { debts: readonly MyDebt[] }) {
  return (
    <section className="stack" aria-labelledby="em-acordo">
      <h2 id="em-acordo">Em acordo</h2>
      <div className="card-grid">
        {debts.map((debt) => <InAgreementCard key={debt.id} debt={debt} />)}
      </div>
      <p><Link to={paths.agreements}>Ver todos os meus acordos</Link></p>
    </section>
  )
}

function Paused({ debts }: { debts: readonly MyDebt[] }) {
  return (
    <section className="stack" aria-labelledby="em-pausa">
      <h2 id="em-pausa">Cobrança parada</h2>
      <div className="card-grid">
        {debts.map((debt) => <PausedCard key={debt.id} debt={debt} />)}
      </div>
    </section>
  )
}

function isOpen(debt: MyDebt): boolean {
  return debt.status === 'open' && !debt.barred
}

// One question per page: where the creditor has several open debts, which of them comes first.
function optionsPath(debts: MyDebts, { creditor }: MyDebt): string {
  return negotiableDebts(debts, creditor.id).length > 1 ? paths.chooseDebts(creditor.id) : paths.options(creditor.id)
}
