import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { INVARIANTS } from '../../scripts/verify/invariants.ts'
import { tellVerdicts } from '../../scripts/verify/tell-verdicts.ts'
import { verifyRows } from '../../scripts/verify/verify-rows.ts'
import { signedAgreement, situation, type Situation } from '../builders/agreement.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { campaign, campaignPolicy } from '../builders/campaign.ts'
import { confirmedEscalation, ESCALATION_SETTINGS } from '../builders/escalation.ts'
import { grant, publishPolicy, rule } from '../builders/policy.ts'
import { makeAddressee } from '../builders/message.ts'
import { sendMail } from '../builders/sent-message.ts'
import { SOME_DAY, startApp } from '../support/app.ts'
import { expectBooksInOrder, findingsOf } from '../support/books.ts'

const testApp = await startApp()
const { http } = testApp
const { keys } = testApp.platform
const owner = new pg.Client({ connectionString: testApp.db.ownerUrl })
await owner.connect()
afterAll(() => owner.end())
let references = 0

const pay = ({ creditor }: Situation, { id }: Agreement, amountCents: number, { paidAt = SOME_DAY, status = 201 } = {}) =>
  http.post('/v1/payments').set('authorization', creditor.bearer).set('idempotency-key', `V-${++references}`)
    .send({ agreementId: id, amountCents, paidAt, method: 'pix', externalReference: `V-${references}` }).expect(status)

/** A house with a plan in course, one that was amended, one that was paid late, one settled, one cancelled, paid all the same and agreed on anew, and one undone. */
async function live(): Promise<void> {
  const running = await situation(testApp)
  await publishPolicy(testApp, running.creditor, campaignPolicy(campaign()))
  await pay(running, await signedAgreement(testApp, running, 'cash'), 1_000)
  const amended = await situation(testApp)
  await publishPolicy(testApp, amended.creditor, { rules: [rule({ grant: grant({ repairs: { moveDueDate: { times: 2, mostDays: 15 } } }) })] })
  const plan = await signedAgreement(testApp, amended)
  await amendedAgreement(testApp, amended, plan, { kind: 'move_due_date', installmentNumber: 1, dueOn: '2026-12-15' })
  await pay(amended, plan, plan.installments[0]!.amountCents)
  await paidLate()
  await takenBack()
  await writtenTo(running)
  await listed()
  const settled = await situation(testApp)
  const paid = await signedAgreement(testApp, settled)
  await http.post(`/v1/me/agreements/${paid.id}/installments/1/charges`).set('cookie', settled.cookie).set('idempotency-key', 'charge').send({ method: 'pix' }).expect(201)
  await pay(settled, paid, paid.totalCents)
  const twice = await situation(testApp)
  const cancelled = await signedAgreement(testApp, twice)
  await pay(twice, cancelled, 500)
  await http.post(`/v1/agreements/${cancelled.id}/cancellation`).set('authorization', twice.creditor.bearer).send({ reason: 'error' }).expect(200)
  await signedAgreement(testApp, twice)
  await pay(twice, cancelled, 400, { status: 202 })
  const undone = await situation(testApp)
  await publishPolicy(testApp, undone.creditor, { rules: [rule({ grant: grant({ withdrawalDays: 7 }) })] })
  const regretted = await signedAgreement(testApp, undone)
  await pay(undone, regretted, 300)
  await http.post(`/v1/me/agreements/${regretted.id}/withdrawal`).set('cookie', undone.cookie).expect(200)
}

async function paidLate(): Promise<void> {
  const who = await situation(testApp)
  const plan = await signedAgreement(testApp, who)
  testApp.clock.moveTo('2026-12-20T15:00:00.000Z')
  await pay(who, plan, 30_086, { paidAt: '2026-12-20T15:00:00.000Z' })
  testApp.clock.moveTo(SOME_DAY)
}

/** Listed at a bureau. */
async function listed(): Promise<void> {
  const who = await situation(testApp)
  await http.put('/v1/escalation-settings').set('authorization', who.creditor.bearer).send(ESCALATION_SETTINGS).expect(200)
  await confirmedEscalation(testApp, who)
  testApp.clock.moveTo(SOME_DAY)
}

/** On a morning on which one may write. */
async function writtenTo({ creditor }: Situation): Promise<void> {
  testApp.clock.moveTo('2026-11-24T15:00:00.000Z')
  await sendMail(testApp, await makeAddressee(testApp, creditor))
  testApp.clock.moveTo(SOME_DAY)
}

/** Settled, taken back, and settled again in part. */
async function takenBack(): Promise<void> {
  const who = await situation(testApp)
  const plan = await signedAgreement(testApp, who)
  await pay(who, plan, plan.totalCents)
  const [payment] = (await http.get(`/v1/me/agreements/${plan.id}/payments`).set('cookie', who.cookie).expect(200)).body.data as { id: string }[]
  await http.post(`/v1/payments/${payment!.id}/reversal`).set('authorization', who.creditor.bearer).send({ reversedAt: SOME_DAY, externalReference: 'MED-1', reason: 'med' }).expect(200)
  await pay(who, plan, 30_000)
}
await live()

test('a house in order has no finding, and each invariant had something to look at', async () => {
  await expectBooksInOrder(testApp)
  await owner.query('begin')
  const verdicts = await verifyRows(owner, keys).finally(() => owner.query('rollback'))
  expect(verdicts.filter(({ found }) => found!.checked === 0).map(({ invariant }) => invariant.name)).toEqual([])
  const lines = tellVerdicts(verdicts)
  expect(lines.at(-1)).toBe(`In order: ${INVARIANTS.length} invariants looked at.`)
  expect(lines.slice(0, -1).filter((line) => !line.startsWith(' ok '))).toEqual([])
})

// Each row is broken as nobody but the owner of the tables could break it.
const BITES: [string, string, string][] = [
  ['one-live-agreement', 'a second live agreement', "drop index one_live_agreement_per_debt; update agreement_debts set live = true where agreement_id in (select id from agreements where status = 'cancelled')"],
  ['debts-fit-agreements', 'a debt that is open beside its plan', "update debts set status = 'open' where status = 'in_agreement'"],
  ['debts-fit-agreements', 'a debt settled by nobody', "update debts set status = 'settled' where status = 'in_agreement'"],
  ['debts-fit-agreements', 'a plan that let its debt go', 'update agreement_debts set live = false'],
  ['debts-fit-disputes', 'a debt paused by nobody', "update debts set status = 'on_hold' where status = 'open'"],
  ['escalations-fit-debts', 'a listing that grew too old', "update debts set due_on = due_on - 2000 where id in (select debt_id from escalations)"],
  ['escalations-fit-debts', 'a listing that was noticed before it was proposed', "update escalations set proof_delivered_at = created_at - interval '1 day'"],
  ['escalations-fit-debts', 'a request within the days of the notice', "update escalations set state = 'requested', since = (deadline_on + 1)::timestamp at time zone 'America/Sao_Paulo' - interval '1 second'"],
  ['escalations-fit-debts', 'a listing of a debt in an agreement', "update outbox_events set relayed_at = now(); update debts set status = 'on_hold' where id in (select debt_id from escalations)"],
  ['money-is-integer', 'money in a float', 'alter table payments add column tip_cents double precision'],
  ['agreements-sum', 'an agreement that took over more than its debts', 'update agreements set balance_cents = balance_cents + 1'],
  ['agreements-sum', 'a debt with another part of the total', 'update agreement_debts set total_cents = total_cents + 1'],
  ['debt-payments-have-their-day', 'a payment that counts from an earlier day', 'update debt_payments set paid_on = paid_on - 1'],
  ['installments-sum', 'an installment that grew', "update installments set amount_cents = amount_cents + 1 where status = 'open'"],
  ['installments-sum', 'an installment that is gone', "update installments set status = 'cancelled' where status = 'open'"],
  ['paid-at-most-due', 'an installment paid and open', "update installments set status = 'open' where status = 'paid'"],
  ['payments-count-once', 'a payment that grew', 'update payments set amount_cents = amount_cents + 1'],
  ['payments-count-once', 'one reference of two payments', "alter table payments drop constraint payments_creditor_id_external_reference_key; insert into payments select creditor_id, gen_random_uuid(), agreement_id, amount_cents, paid_at, method, external_reference, created_at from payments"],
  ['payments-count-once', 'a payment without its entry', "update ledger_entries set event = 'settled' where event = 'paid' and source_id in (select id from payments where amount_cents = 500)"],
  ['entries-balance', 'a line that grew', "update ledger_lines set cents = cents + 1 where account = 'bank'"],
  ['entries-balance', 'an entry without lines', 'delete from ledger_lines'],
  ['installments-agree-with-entries', 'a line for another installment', 'update ledger_lines set installment_number = 99 where installment_number = 1'],
  ['installments-agree-with-entries', 'a share that grew', 'update payment_allocations set cents = cents + 1'],
  ['agreements-agree-with-entries', 'a discount that stays on condition', "update ledger_lines set account = 'conditional_discount' where account = 'realised_discount'"],
  ['agreements-agree-with-entries', 'a plan that nobody agreed on', "update ledger_entries set event = 'amended' where event = 'agreed'"],
  ['debts-agree-with-entries', 'a debt left out of the books', "update ledger_lines set debt_id = null where account = 'debts'"],
  ['debts-agree-with-entries', 'a payment that a debt forgot', 'delete from debt_payments'],
  ['late-charges-agree-with-entries', 'a fine that the books do not know', 'update payment_allocations set late_fine_cents = late_fine_cents + 1 where late_fine_cents > 0'],
  ['late-charges-agree-with-entries', 'a fine above the term', "update agreements set option_document = replace(option_document, '\"lateFeeBps\":200', '\"lateFeeBps\":199') where id in (select agreement_id from payment_allocations where late_fine_cents > 0)"],
  ['installments-sum', 'a charge for delay that no payment brought', 'update payment_allocations set default_interest_cents = 0 where default_interest_cents > 0'],
  ['reversals-agree-with-entries', 'a reversal that grew', 'update payment_reversals set amount_cents = amount_cents + 1'],
  ['reversals-agree-with-entries', 'more taken back than was paid', 'update payments set amount_cents = amount_cents - 1 where id in (select payment_id from payment_reversals)'],
  ['reversals-agree-with-entries', 'more taken back than was shared out', 'update payment_allocations set cents = cents - 1 where payment_id in (select payment_id from payment_reversals)'],
  ['payments-count-once', 'a reversal that is forgotten', 'delete from payment_reversal_shares; delete from payment_reversals'],
  ['installments-agree-with-entries', 'a share that nobody took back', 'update payment_reversal_shares set cents = cents - 1'],
  ['states-are-told', 'a settlement undone in silence', "update audit_entries set action = 'agreement.seen' where action = 'agreement.reopened'"],
  ['states-are-told', 'a settlement that is told once too often', "update payment_reversals set reopened = false"],
  ['refunds-agree-with-entries', 'a refund that nobody owes', 'update refunds set amount_cents = amount_cents + 1'],
  ['refunds-agree-with-entries', 'a refund that never left the bank', "update refunds set confirmed_at = now(), external_reference = 'x'"],
  ['held-agrees-with-entries', 'held money that shrank', 'update payment_exceptions set amount_cents = amount_cents - 1'],
  ['held-agrees-with-entries', 'a case closed in silence', "update payment_exceptions set resolution = 'count_on_debts', resolved_at = now()"],
  ['held-agrees-with-entries', 'money held for nothing', "update ledger_entries set source_id = id where event = 'held'"],
  ['payments-count-once', 'a reference without its effect', "insert into payment_references select distinct creditor_id, 'nothing', now() from payments"],
  ['payments-count-once', 'held money that never reached the bank', "update ledger_lines set account = 'refunds_owed' where account = 'bank' and entry_id in (select id from ledger_entries where event = 'held')"],
  ['campaigns-spent', 'a campaign that spent in silence', 'update campaigns set spent_cents = spent_cents + 1'],
  ['changes-are-told', 'a change that nobody heard of', "delete from outbox_events where type = 'payment.posted'"],
  ['changes-are-told', 'an event that says something else', "update outbox_events set data = data || '{\"totalCents\": 1}' where type = 'agreement.signed'"],
  ['states-are-told', 'a payment without its trace', "update audit_entries set action = 'payment.seen' where action = 'payment.posted'"],
  ['audit-chain', 'an entry taken out', 'delete from audit_entries where sequence = 2'],
  ['audit-chain', 'the last entry taken out', 'delete from audit_entries e where sequence = (select max(sequence) from audit_entries l where l.creditor_id = e.creditor_id)'],
  ['audit-chain', 'a word changed', "update audit_entries set payload = replace(payload, 'totalCents', 'totalcents')"],
  ['audit-chain', 'an entry filed under another day', "update audit_entries set at = at - interval '1 day'"],
  ['audit-seals', 'a chain written anew without the key', "update audit_entries set mac = sha256(convert_to(payload, 'UTF8'))"],
  ['signed-hashes', 'a signature of something else', "update signatures set term_sha256 = sha256('')"],
  ['signed-hashes', 'a signature that is gone', 'delete from signatures'],
  ['signed-hashes', 'words of an amendment that changed', "update amendment_quotes set document = replace(document, 'Acordo', 'acordo')"],
  ['messages-go-once', 'a message with two carriers', "insert into message_attempts select creditor_id, gen_random_uuid(), message_id, cpf_index, 'sms', line, address_index, address_sealed, content_sealed, content_sha256, status, counts, provider_message_id, reason, started_at, ended_at from message_attempts"],
  ['messages-agree-with-attempts', 'a message that nobody took', "update message_attempts set status = 'refused'"],
  ['messages-agree-with-attempts', 'a message read by nobody', "update messages set status = 'read', read_at = now() where status = 'sent'"],
  ['sent-words', 'other words', "update message_attempts set content_sha256 = sha256('')"],
  ['sealed-terms', 'another term', 'update agreements set term_sealed = (select s.evidence_sealed from signatures s limit 1)'],
  ['sealed-terms', 'a bit of a term', "update agreements set term_sealed = term_sealed || '\\x00'"],
  ['jobs-have-one-state', 'a job that is done and waits', "update pgboss.job set state = 'created', completed_on = now()"],
  ['nothing-in-flight', 'a key without its answer', 'update idempotency_keys set status = 102'],
  ['answers-are-true', 'an acknowledged charge that is gone', 'delete from charges'],
]

test.each(BITES)('%s finds %s', async (name, _what, tamper) => {
  await owner.query(`begin; ${tamper}`)
  const findings = await findingsOf(owner, keys).finally(() => owner.query('rollback'))
  expect([...new Set(findings.map((finding) => finding.split(':')[0]))]).toContain(name)
})

test('every invariant has something that it bites', () => {
  expect(INVARIANTS.map(({ name }) => name).filter((name) => !BITES.some(([bitten]) => bitten === name))).toEqual([])
})

test('without the keys what is sealed is said to be unseen, never in order', async () => {
  const lines = tellVerdicts(await verifyRows(owner, null))
  expect(lines.filter((line) => line.includes('no keys')).length).toBe(4)
  expect(lines.at(-1)).toContain('4 not, for want of keys')
})

test('an account that sees no rows is refused', async () => {
  const client = new pg.Client({ connectionString: testApp.db.appUrl })
  await client.connect()
  await expect(verifyRows(client, keys).finally(() => client.end())).rejects.toThrow('sees no rows')
})

test('the command tells what it found by its exit code', async () => {
  const run = () => spawnSync(process.execPath, ['scripts/verify.ts'], { cwd: join(import.meta.dirname, '../..'), encoding: 'utf8', env: { ...process.env, DATABASE_URL: testApp.db.ownerUrl, DATA_DIR: '/nowhere' } })
  const inOrder = run()
  expect([inOrder.status, inOrder.stderr]).toEqual([0, ''])
  expect(inOrder.stdout).toContain(`In order: ${INVARIANTS.length - 4} invariants looked at, 4 not, for want of keys.`)
  await owner.query('update campaigns set spent_cents = spent_cents + 1 where spent_cents > 0')
  const found = run()
  expect(found.status).toBe(1)
  expect(found.stdout).toMatch(/^FAIL campaigns-spent .*\n {7}creditor_[-0-9a-f]{36} campaign FIM-DE-ANO$/m)
  await owner.query('update campaigns set spent_cents = spent_cents - 1 where spent_cents > 0')
})
