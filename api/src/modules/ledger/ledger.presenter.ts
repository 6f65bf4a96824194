import { LEDGER_ACCOUNTS, type AgreementLedger, type LedgerEntry } from '@repactua/shared/contract/ledger.ts'
import type { IdKind } from '@repactua/shared/contract/common.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { showId } from '../../platform/ids.ts'
import type { EntryRecord, LineRecord } from './ledger.repository.ts'
import type { Balances } from './ledger.rules.ts'

const SOURCES: Record<EntryRecord['event'], IdKind> = {
  opened: 'agreement', agreed: 'agreement', amended: 'amendment', discounted: 'payment', charged: 'payment', forgiven: 'payment', paid: 'payment', settled: 'payment', reopened: 'agreement', novated: 'agreement', withdrawn: 'agreement', held: 'exception', released: 'exception', refunded: 'refund', reversed: 'reversal', restored: 'reversal',
}

export function presentEntry({ id, event, agreementId, sourceId, postedAt }: EntryRecord, lines: readonly LineRecord[]): LedgerEntry {
  return {
    id: showId('entry', id),
    event,
    agreementId: agreementId && showId('agreement', agreementId),
    sourceId: showId(SOURCES[event], sourceId),
    postedAt: postedAt.toISOString(),
    lines: lines.map(({ account, side, cents, installmentNumber, debtId }) => ({ account, side, cents: centsNumber(cents), installmentNumber, debtId: debtId && showId('debt', debtId) })),
  }
}

export function presentBalances(agreementId: string, balances: Balances): AgreementLedger {
  const shown = LEDGER_ACCOUNTS.flatMap((account) => {
    const cents = balances[account] ?? 0n
    if (cents === 0n) return []
    return [{ account, side: cents > 0n ? ('debit' as const) : ('credit' as const), cents: centsNumber(cents > 0n ? cents : -cents) }]
  })
  return { agreementId: showId('agreement', agreementId), balances: shown }
}
