import { Readable } from 'node:stream'
import { setTimeout as pause } from 'node:timers/promises'
import type { CreatedCreditor } from '@repactua/shared/contract/creditors.ts'
import type { DebtImport } from '@repactua/shared/contract/debt-imports.ts'
import type { Policy } from '@repactua/shared/contract/policies.ts'
import type { Ruler } from '@repactua/shared/contract/rulers.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { refusalCode, refuseUnlessOk } from './call-api.ts'
import type { Access } from './client-access.ts'
import { DEMO_CREDITORS, type CreditorSlug } from './creditors.ts'
import type { CreditorState } from './demo-state.ts'
import { DEMO_POLICIES } from './policies.ts'
import { portfolioLines } from './portfolio-lines.ts'
import { debtIdOf } from './portfolio.ts'
import { SITUATIONS } from './situations.ts'

const POLL_MS = 300
const IMPORT_PATIENCE_MS = 300_000

export interface Step {
  access: Access
  state: CreditorState
  today: LocalDate
  people: number
  /** Keeps what the state says now. */
  save: () => Promise<void>
  log: (text: string) => void
}

/** Makes one of the three creditors, as the operator. The answer holds the secret, this once. */
export async function makeCreditor(operator: Access, slug: CreditorSlug): Promise<CreditorState> {
  const made = await operator.call<CreatedCreditor>('POST', '/v1/creditors', { body: DEMO_CREDITORS[slug].input, headers: onceKey(`creditor-${slug}`) })
  return { slug, clientId: made.client.clientId, clientSecret: made.client.clientSecret }
}

/** Everything that one creditor's own system does at the start; steps that are done already are passed over. */
export async function loadCreditor(step: Step): Promise<void> {
  const { state, save } = step
  if (!state.policyPublished) await publishPolicy(step)
  if (!state.imported) await importPortfolio(step)
  if (!state.withdrawn) await withdrawPaidDebts(step)
  if (!state.rulerId) state.rulerId = await draftRuler(step)
  Object.assign(state, { policyPublished: true, imported: true, withdrawn: true })
  await save()
}

async function publishPolicy({ access, state, save, log }: Step): Promise<void> {
  if (!state.policyId) {
    const draft = await access.call<Policy>('POST', '/v1/policies', { body: DEMO_POLICIES[state.slug], headers: onceKey(`policy-${state.slug}`) })
    state.policyId = draft.id
    await save()
  }
  await access.call('POST', `/v1/policies/${state.policyId}/publication`).catch(unless('policy_not_draft'))
  state.policyPublished = true
  await save()
  log(`${nameOf(state)}: policy published`)
}

// A draft, to be looked at (POST /v1/rulers/{id}/preview): published, it would write to all the portfolio on the next morning.
async function draftRuler({ access, state }: Step): Promise<string> {
  return (await access.call<Ruler>('POST', '/v1/rulers', { body: { code: 'padrao', name: 'Régua padrão' }, headers: onceKey(`ruler-${state.slug}`) })).id
}

async function importPortfolio(step: Step): Promise<void> {
  const { state, save, log } = step
  if (!state.importId) {
    state.importId = await sendPortfolio(step)
    await save()
  }
  const done = await awaitImport(step, state.importId)
  if (done.status === 'failed' || done.rejected > 0) throw new Error(`${nameOf(state)}: import ${done.id} ${done.status}, ${done.rejected} lines refused; see GET /v1/debt-imports/${done.id}/errors`)
  state.imported = true
  await save()
  log(`${nameOf(state)}: ${done.received} debts`)
}

async function sendPortfolio({ access, state, today, people }: Step): Promise<string> {
  const url = `${access.apiUrl}/v1/debt-imports`
  const response = await fetch(url, {
    method: 'POST',
    headers: { authorization: await access.bearer(), 'content-type': 'application/x-ndjson' },
    body: Readable.from(portfolioLines({ creditor: state.slug, today, people })).map((line: string) => Buffer.from(line)),
    duplex: 'half',
  })
  await refuseUnlessOk(response, 'POST', url)
  return ((await response.json()) as DebtImport).id
}

async function awaitImport({ access }: Step, importId: string): Promise<DebtImport> {
  const patience = performance.now() + IMPORT_PATIENCE_MS
  for (;;) {
    const now = await access.call<DebtImport>('GET', `/v1/debt-imports/${importId}`)
    if (now.status === 'completed' || now.status === 'failed') return now
    if (performance.now() > patience) throw new Error(`import ${importId} is still ${now.status} after ${IMPORT_PATIENCE_MS / 60_000} minutes`)
    await pause(POLL_MS)
  }
}

async function withdrawPaidDebts({ access, state }: Step): Promise<void> {
  const paid = SITUATIONS.flatMap(({ debts }, person) =>
    debts.flatMap((debt, index) => (debt.withdrawn && debt.creditor === state.slug ? [debtIdOf(state.slug, person + 1, index + 1)] : [])),
  )
  for (const externalId of paid) {
    await access.call('POST', `/v1/debts/${externalId}/withdrawal`, { body: { reason: 'paid_elsewhere', note: 'Paga na secretaria.' } }).catch(unless('debt_not_open'))
  }
}

// A step that was done just before an interruption is refused the second time; that is as good as done.
function unless(code: string): (error: unknown) => void {
  return (error) => {
    if (refusalCode(error) !== code) throw error
  }
}

/** The same call twice, after an interruption, is one: the API gives its first answer again. */
function onceKey(step: string): Record<string, string> {
  return { 'idempotency-key': `demo-${step}` }
}

function nameOf({ slug }: CreditorState): string {
  return DEMO_CREDITORS[slug].input.tradeName
}
