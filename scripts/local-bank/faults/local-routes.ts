import { openAccount, type AccountWish } from '../accounts/open-account.ts'
import { answerRecurrence, readAnswer } from '../automatic/answer-recurrence.ts'
import { settleAttempt, settleDue } from '../automatic/settle-due.ts'
import type { Bank } from '../bank.ts'
import { findCharge } from '../charges/find-charge.ts'
import type { Answer } from '../doors/ask.ts'
import { at, isObject } from '../doors/fields.ts'
import { refuse } from '../doors/problems.ts'
import { payCharge, type ChargePayment } from '../pix/pay-charge.ts'
import { payCode } from '../pix/pay-code.ts'
import type { Payer, ReceivedPix } from '../pix/received-pix.ts'
import { reversePix } from '../pix/reverse-pix.ts'
import type { PostOffice } from '../webhooks/post-office.ts'
import { quietFaults } from './faults.ts'
import { readFaults } from './read-faults.ts'

/** What a tester's program asks of the bank itself; no part of the official file. */
export interface LocalAsk {
  bank: Bank
  office: PostOffice
  addresses: Addresses
  body: unknown
}

/** Where a customer's program finds the bank. */
export interface Addresses {
  baseUrl: string
  tokenUrl: string
}

export interface LocalRoute {
  method: string
  path: string
  answer: (ask: LocalAsk) => Answer | Promise<Answer>
}

/** The knobs for tests and the demo, as JSON on the people's port. */
export const LOCAL_ROUTES: readonly LocalRoute[] = [
  { method: 'POST', path: '/local/accounts', answer: async ({ bank, addresses, body }) => ({ status: 200, body: { ...addresses, ...(await openAccount(bank, readWish(body))) } }) },
  { method: 'POST', path: '/local/payments', answer: pay },
  { method: 'POST', path: '/local/reversals', answer: reverse },
  { method: 'POST', path: '/local/recurrences', answer: answerAsked },
  { method: 'POST', path: '/local/debits', answer: debit },
  { method: 'GET', path: '/local/faults', answer: ({ bank }) => ({ status: 200, body: bank.faults }) },
  { method: 'PUT', path: '/local/faults', answer: ({ bank, body }) => ({ status: 200, body: Object.assign(bank.faults, readFaults(body)) }) },
  { method: 'DELETE', path: '/local/faults', answer: ({ bank }) => ({ status: 200, body: Object.assign(bank.faults, quietFaults()) }) },
  { method: 'POST', path: '/local/webhooks/release', answer: async ({ office, body }) => ({ status: 200, body: { released: await office.release(at(body, 'order') === 'last' ? 'last' : 'first') } }) },
]

function pay({ bank, body }: LocalAsk): Answer {
  const [txid, code] = [at(body, 'txid'), at(body, 'code')]
  const payment = readPayment(body)
  const paid = typeof code === 'string' ? payCode(bank, code, payment) : payByTxid(bank, String(txid), payment)
  return told(bank, paid)
}

function payByTxid(bank: Bank, txid: string, payment: ChargePayment): ReturnType<typeof payCharge> | 'charge_unknown' {
  const account = bank.state.accounts.find((one) => findCharge(bank, one, txid))
  const charge = account && findCharge(bank, account, txid)
  return charge ? payCharge(bank, charge, payment) : 'charge_unknown'
}

function reverse({ bank, body }: LocalAsk): Answer {
  const reason = at(body, 'reason')
  return told(bank, reversePix(bank, {
    endToEndId: String(at(body, 'endToEndId')),
    ...readCents(body),
    ...(reason === 'MED_OPERACIONAL' ? { reason } : {}),
  }))
}

function answerAsked({ bank, body }: LocalAsk): Answer {
  const rec = bank.state.recurrences.find(({ idRec }) => idRec === at(body, 'idRec'))
  const done = answerRecurrence(bank, rec, readAnswer(at(body, 'answer')))
  bank.keep()
  return done ? { status: 200, body: rec } : { status: 409, body: { refused: 'nothing_to_answer' } }
}

// Without a txid: whatever is due today, as the bank does by itself every second.
function debit({ bank, body }: LocalAsk): Answer {
  const txid = at(body, 'txid')
  const charge = bank.state.recurringCharges.find((one) => one.txid === txid)
  const done = txid === undefined ? settleDue(bank) : charge !== undefined && settleAttempt(bank, charge, at(body, 'outcome') === 'no_funds' ? 'no_funds' : 'paid')
  bank.keep()
  return { status: 200, body: { done } }
}

function told(bank: Bank, done: ReceivedPix | string): Answer {
  if (typeof done === 'string') return { status: 409, body: { refused: done } }
  bank.keep()
  return { status: 200, body: done }
}

function readPayment(body: unknown): ChargePayment {
  const payer = at(body, 'payer')
  return {
    ...readCents(body),
    ...(isObject(payer) ? { payer: payer as unknown as Payer } : {}),
    force: at(body, 'force') === true,
  }
}

function readCents(body: unknown): { amountCents?: bigint } {
  const cents = at(body, 'amountCents')
  return Number.isSafeInteger(cents) ? { amountCents: BigInt(cents as number) } : {}
}

function readWish(body: unknown): AccountWish {
  const [holder, keys, scopes] = [at(body, 'holder'), at(body, 'keys'), at(body, 'scopes')]
  if (!isObject(holder) || !Array.isArray(keys)) refuse('RequisicaoInvalida', [{ razao: 'Uma conta tem holder e keys.', propriedade: 'holder' }])
  return { holder: holder as unknown as AccountWish['holder'], keys: keys.map(String), ...(Array.isArray(scopes) ? { scopes: scopes.map(String) } : {}) }
}
