import { BB_ACCOUNT, returnFile } from '@repactua/api/core/cnab240/cnab240.fixture.ts'
import { ofxFile } from '@repactua/api/core/statements/statements.fixture.ts'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { signedAgreement, situation } from '../builders/agreement.ts'
import { askForBoleto, setBoletoAccount } from '../builders/boleto.ts'
import { campaign, campaignPolicy } from '../builders/campaign.ts'
import { publishPolicy } from '../builders/policy.ts'
import { amendedAgreement } from '../builders/amendment.ts'
import { simulationsOf } from '../builders/simulation.ts'
import { startApp } from '../support/app.ts'
import { rowsOf } from '../support/rows.ts'

const testApp = await startApp()
const { http } = testApp
const rows = rowsOf(testApp.db)
const pool = new pg.Pool({ connectionString: testApp.db.appUrl, max: 1 })
afterAll(() => pool.end())

const mine = await wholeStory()
const theirs = await wholeStory()
const tables = (await rows<{ name: string }>("select tablename as name from pg_tables where schemaname = 'public'")).map(({ name }) => name)
const tenantTables = await tablesWith('creditor_id')

/** A creditor with an import, a campaign, a signed agreement, a charge, an amendment, a payment and a simulation: a row in every table that is a tenant's. */
async function wholeStory() {
  const who = await situation(testApp)
  const { rules = [], ...campaigned } = campaignPolicy(campaign())
  const policy = await publishPolicy(testApp, who.creditor, { ...campaigned, rules: rules.map((rule) => ({ ...rule, grant: { ...rule.grant, paymentMethods: ['pix', 'boleto'] } })) })
  await simulationsOf(testApp).simulate(who.creditor, policy.id)
  await http.post('/v1/me/proposals').set('cookie', who.cookie).send({ debtIds: [who.debt.id], monthlyCents: 2_000 }).expect(201)
  const agreement = await signedAgreement(testApp, who, 'cash')
  const charge = `/v1/me/agreements/${agreement.id}/installments/1/charges`
  await http.post(charge).set('cookie', who.cookie).send({ method: 'pix' }).expect(201)
  await setBoletoAccount(testApp, who.creditor)
  await askForBoleto(testApp, who, agreement).expect(201)
  await http.post('/v1/boleto-remittances').set('authorization', who.creditor.bearer).expect(201)
  const [company] = await rows<{ cnpj: string }>('select cnpj from creditors where id = $1', [who.creditor.creditorId])
  await http.post('/v1/boleto-returns').set('authorization', who.creditor.bearer).type('text/plain').send(returnFile('001', BB_ACCOUNT, company!.cnpj, [])).expect(200)
  await http.post('/v1/bank-statements').set('authorization', who.creditor.bearer).set('content-type', 'application/x-ofx').send(Buffer.from(ofxFile([{ bankReference: 'F1' }])) as unknown as string).expect(200)
  // Nobody answers there: what was to be asked stays written down.
  await http.put('/v1/card-account').set('authorization', who.creditor.bearer).send({ provider: 'stripe', secretKey: 'sk_test_x', webhookSecret: 'whsec_x', baseUrl: 'http://127.0.0.1:1' }).expect(200)
  await http.post(`/v1/me/agreements/${agreement.id}/installments/1/card-checkouts`).set('cookie', who.cookie).expect(503)
  await amendedAgreement(testApp, who, agreement, { kind: 'pay_off' })
  const payment = { agreementId: agreement.id, amountCents: 100, paidAt: agreement.signedAt, method: 'pix', externalReference: `E2E-${agreement.id}` }
  const paid = await http.post('/v1/payments').set('authorization', who.creditor.bearer).send(payment).expect(201)
  await http.post(`/v1/payments/${paid.body.id}/reversal`).set('authorization', who.creditor.bearer).send({ amountCents: 1, reversedAt: agreement.signedAt, externalReference: `D-${agreement.id}`, reason: 'med' }).expect(200)
  await http.post('/v1/debt-imports').set('authorization', who.creditor.bearer).type('application/x-ndjson').send('{"externalId":"X"}\n').expect(202)
  const [person] = await rows<{ index: string }>("select encode(cpf_index, 'hex') as index from debtors where creditor_id = $1", [who.creditor.creditorId])
  return { creditorId: who.creditor.creditorId, cpfIndex: person!.index }
}

test('every table of a tenant is guarded by row-level security, but for those that cannot be', async () => {
  const open = await rows<{ name: string }>("select relname as name from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace and not relrowsecurity")
  const names = open.map(({ name }) => name)
  // COPY fills the staging table; a client and a challenge are looked up before anybody knows whose they are.
  expect(tenantTables.filter((name) => names.includes(name)).sort()).toEqual(['challenges', 'debt_import_rows', 'oauth_clients'])
})

test('a transaction of one creditor sees its own rows and nothing of another', async () => {
  const guarded = tenantTables.filter((name) => !['challenges', 'debt_import_rows', 'oauth_clients'].includes(name))
  const empty: string[] = []
  for (const name of guarded) {
    const [own, foreign] = await count({ 'app.creditor_id': mine.creditorId }, name)
    expect([name, foreign]).toEqual([name, 0])
    if (own === 0 && !EMPTY_HERE.has(name)) empty.push(name)
    expect([name, ...(await count({}, name))]).toEqual([name, 0, 0])
  }
  expect(empty).toEqual([])
})

// Filled by what ends an agreement: early, settled or withdrawn; by a merge, and by a review. Or by what a bank, a year, a
// protest, a dispute or a creditor's own systems bring: their tests look at whose rows they are.
const EMPTY_HERE = new Set([
  'automatic_debits', 'automatic_pix', 'profile_reviews', 'profile_rules', 'segments',
  'debt_payments', 'delistings', 'refunds', 'debt_import_errors', 'proposal_approvals',
  'carrier_news', 'channel_accounts', 'whatsapp_templates', 'conversation_messages', 'conversations', 'debt_holds', 'debt_protests', 'promises', 'debtor_scores', 'disputes', 'installment_notices', 'pix_accounts', 'pix_charges', 'pix_refund_parts', 'webhook_deliveries', 'webhook_endpoints', 'yearly_statements', 'experiment_people', 'experiments', 'ruler_rounds', 'ruler_simulations', 'ruler_steps_taken', 'rulers', 'contact_choices', 'message_attempts', 'message_codes', 'message_receipts', 'messages',
  'message_templates', 'template_tests',
  'escalation_settings', 'escalations', 'service_restrictions', 'service_rules',
])

test('a transaction of one person sees nothing of another person', async () => {
  const guarded = tenantTables.filter((name) => !['challenges', 'debt_import_rows', 'oauth_clients'].includes(name))
  for (const name of guarded) {
    const [own, foreign] = await count({ 'app.cpf_index': mine.cpfIndex }, name)
    expect([name, foreign]).toEqual([name, 0])
    if (PERSONAL.has(name)) expect([name, own > 0]).toEqual([name, true])
  }
})

const PERSONAL = new Set(['debtors', 'debts', 'offer_sheets', 'agreements', 'agreement_debts', 'installments', 'signatures', 'charges', 'payments', 'payment_allocations', 'amendments', 'amendment_quotes', 'proposals', 'proposal_debts'])

test('a row cannot be written into the house of another', async () => {
  const sql = `insert into policies (creditor_id, id, name, rules, status, created_at) values ('${theirs.creditorId}', gen_random_uuid(), 'x', '[]', 'draft', now())`
  await expect(within({ 'app.creditor_id': mine.creditorId }, sql)).rejects.toThrow('row-level security')
  const moved = await within({ 'app.creditor_id': mine.creditorId }, `update debts set updated_at = now() where creditor_id = '${theirs.creditorId}'`)
  expect(moved.rowCount).toBe(0)
  expect((await within({ 'app.creditor_id': mine.creditorId }, 'update creditors set shows_barred_debts = false')).rowCount).toBe(1)
  expect((await within({}, 'update creditors set shows_barred_debts = false')).rowCount).toBe(0)
})

test('the application owns nothing, and history takes no change from it', async () => {
  const rights = await rows<{ name: string; owner: boolean; changes: boolean; deletes: boolean; empties: boolean }>(`
    select relname as name, pg_get_userbyid(relowner) = 'repactua_app' as owner,
      has_any_column_privilege('repactua_app', oid, 'UPDATE') as changes,
      has_table_privilege('repactua_app', oid, 'DELETE') as deletes, has_table_privilege('repactua_app', oid, 'TRUNCATE') as empties
    from pg_class where relkind in ('r', 'p') and relnamespace = 'public'::regnamespace`)
  const named = (right: 'owner' | 'changes' | 'deletes' | 'empties') => rights.filter((one) => one[right]).map(({ name }) => name).sort()
  expect(named('owner')).toEqual([])
  expect(named('empties')).toEqual([])
  expect(named('deletes')).toEqual(['blocked_phones', 'card_accounts', 'challenges', 'channel_accounts', 'debt_import_rows', 'failed_codes', 'idempotency_keys', 'pix_accounts', 'push_subscriptions', 'ruler_simulations', 'ruler_steps_taken', 'sessions', 'simulation_results', 'simulations'])
  const history = ['amendments', 'amendment_quotes', 'audit_entries', 'bank_statement_lines', 'bank_statements', 'boleto_remittances', 'boleto_returns', 'campaign_spendings', 'charges', 'debt_payments', 'idempotency_keys', 'offer_sheets', 'payment_allocations', 'payment_reversals', 'payment_reversal_shares', 'payments', 'signatures', 'simulation_results', 'message_codes', 'message_receipts']
  expect(named('changes').filter((name) => history.includes(name))).toEqual([])
  for (const name of ['amendments', 'audit_entries', 'payments', 'offer_sheets', 'signatures']) {
    await expect(within({ 'app.creditor_id': mine.creditorId }, `delete from ${name}`)).rejects.toThrow('permission denied')
    await expect(within({ 'app.creditor_id': mine.creditorId }, `update ${name} set creditor_id = creditor_id`)).rejects.toThrow('permission denied')
  }
})

test('the sums and the rules of a signed agreement take no change either', async () => {
  for (const change of ['agreements set total_cents = 1', "agreements set term_sealed = ''", 'installments set amount_cents = 1', "installments set due_on = '2030-01-01'", "policies set rules = '[]'", 'creditors set pix_key = null']) {
    await expect(within({ 'app.creditor_id': mine.creditorId }, `update ${change}`)).rejects.toThrow('permission denied')
  }
})

test('a plan changes only by what was signed and paid, and only its own creditor’s', async () => {
  const fulfil = (creditorId: string, paidOn: string) =>
    within({ 'app.creditor_id': mine.creditorId }, `select fulfil_amendment(creditor_id, agreement_id, id, now(), '${paidOn}', '{1}', '{1}', id) from (select '${creditorId}'::uuid as creditor_id, agreement_id, id from amendments) a`)
  await expect(fulfil(theirs.creditorId, '2026-11-21')).rejects.toThrow("another creditor's amendment")
  await expect(fulfil(mine.creditorId, '2030-01-01')).rejects.toThrow('waits for no payment')
  await expect(fulfil(mine.creditorId, '2026-11-21')).rejects.toThrow('does not fit its installments')
  await expect(within({ 'app.creditor_id': mine.creditorId }, 'insert into amendments select * from amendments')).rejects.toThrow('permission denied')
})

test('every key in the database begins with its tenant', async () => {
  const keys = await rows<{ name: string; first: string }>(`
    select c.relname as name, a.attname as first from pg_constraint k
      join pg_class c on c.oid = k.conrelid join pg_attribute a on a.attrelid = c.oid and a.attnum = k.conkey[1]
    where k.contype = 'p' and c.relnamespace = 'public'::regnamespace`)
  const wrong = keys.filter(({ name, first }) => tenantTables.includes(name) && first !== 'creditor_id').map(({ name }) => name)
  expect(wrong.sort()).toEqual(['challenges', 'message_codes', 'oauth_clients'])
  expect(tables).toContain('debts')
})

async function tablesWith(column: string): Promise<string[]> {
  const found = await rows<{ name: string }>("select table_name as name from information_schema.columns where table_schema = 'public' and column_name = $1 order by 1", [column])
  return found.map(({ name }) => name)
}

/** Rows of mine and of theirs, seen through the eyes of a scope. */
async function count(scope: Record<string, string>, table: string): Promise<[mine: number, theirs: number]> {
  const sql = `select count(*) filter (where creditor_id = '${mine.creditorId}')::int as mine, count(*) filter (where creditor_id = '${theirs.creditorId}')::int as theirs from ${table}`
  const { rows: counted } = await within(scope, sql)
  return [counted[0].mine, counted[0].theirs]
}

async function within(scope: Record<string, string>, sql: string): Promise<pg.QueryResult> {
  const client = await pool.connect()
  try {
    await client.query('begin')
    for (const [name, value] of Object.entries(scope)) await client.query('select set_config($1, $2, true)', [name, value])
    return await client.query(sql)
  } finally {
    await client.query('rollback')
    client.release()
  }
}
