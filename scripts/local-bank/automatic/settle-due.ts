import { addDays } from '@repactua/shared/time/local-date.ts'
import type { Bank } from '../bank.ts'
import { centsOf } from '../money.ts'
import { creditTransfer } from '../pix/receive-pix.ts'
import { tellRecurringCharge } from '../webhooks/tell-automatic.ts'
import { turnSolicitation } from './turn-recurrence.ts'
import { turnAttempt, turnCharge, waitingAttempt } from './turn-charge.ts'
import type { RecurringCharge } from './recurring-charge.ts'
import { retriesLeft, RETRY_DAYS } from './retries.ts'

/** Does what the day asks for: debits that are due, and what has run out. True where anything changed. The caller keeps the state. */
export function settleDue(bank: Bank): boolean {
  const today = bank.clock.today()
  const due = bank.state.recurringCharges.filter((charge) => charge.status === 'ATIVA' && (waitingAttempt(charge)?.dataLiquidacao ?? '9') <= today)
  const over = bank.state.recurringCharges.filter((charge) => charge.status === 'ATIVA' && !waitingAttempt(charge) && isOver(bank, charge))
  const late = bank.state.solicitations.filter(({ status, dataExpiracaoSolicitacao }) => status === 'RECEBIDA' && new Date(dataExpiracaoSolicitacao) < bank.clock.now())
  for (const charge of due) settleAttempt(bank, charge, bank.faults.emptyAccounts ? 'no_funds' : 'paid')
  for (const charge of over) turnCharge(bank, charge, 'EXPIRADA')
  for (const asked of late) turnSolicitation(bank, asked, 'EXPIRADA')
  return due.length + over.length + late.length > 0
}

/** Ends the attempt that waits: paid, or over at the end of its day for want of money. False where none waits. */
export function settleAttempt(bank: Bank, charge: RecurringCharge, outcome: 'paid' | 'no_funds'): boolean {
  const attempt = waitingAttempt(charge)
  if (!attempt) return false
  if (outcome === 'paid') pay(bank, charge)
  else turnAttempt(bank, attempt, 'EXPIRADA')
  if (outcome === 'no_funds' && isOver(bank, charge)) turnCharge(bank, charge, 'EXPIRADA')
  else if (outcome === 'no_funds') tellRecurringCharge(bank, charge)
  return true
}

function pay(bank: Bank, charge: RecurringCharge): void {
  const account = bank.state.accounts.find(({ clientId }) => clientId === charge.clientId)!
  const rec = bank.state.recurrences.find(({ idRec }) => idRec === charge.body.idRec)!
  const attempt = waitingAttempt(charge)!
  turnAttempt(bank, attempt, 'PAGA')
  creditTransfer(bank, { key: account.keys[0] ?? '', amountCents: centsOf(charge.body.valor.original), txid: charge.txid, payer: rec.body.vinculo.devedor, endToEndId: attempt.endToEndId })
  turnCharge(bank, charge, 'CONCLUIDA')
}

// No attempt waits, and none may come: no retries at all, none left, or their days are over.
function isOver(bank: Bank, charge: RecurringCharge): boolean {
  const first = charge.tentativas[0]?.dataLiquidacao ?? ''
  return retriesLeft(bank, charge) === 0 || bank.clock.today() > addDays(first, RETRY_DAYS)
}
