import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { refusalCode } from './call-api.ts'
import { clientAccess, type Client } from './client-access.ts'
import { CREDITOR_SLUGS, type CreditorSlug } from './creditors.ts'
import { readDemoState, writeDemoState, type CreditorState, type DemoState } from './demo-state.ts'
import { loadCreditor, makeCreditor } from './load-creditor.ts'
import { connectCarriers } from './channel-accounts.ts'
import { connectBank } from './pix-account.ts'
import { DEMO_PEOPLE, situationEmail } from './portfolio.ts'
import { signAgreement } from './sign-agreement.ts'
import { SITUATIONS } from './situations.ts'

export interface DemoInput {
  apiUrl: string
  /** Where `demo.json` remembers what was done. */
  dataDir: string
  /** A client that may make creditors. */
  operator: Client
  today: LocalDate
  log: (text: string) => void
  /** The mail catcher; without it nobody can read a code, and the signed agreement is left out. */
  mailUrl?: string
  /** The local bank's page; without it Pix codes are static ones. */
  bankUrl?: string
  /** The local carriers; without them nothing but e-mail is sent. */
  carriersUrl?: string
  people?: number
}

export interface Demo extends Client {
  debtors: { cpf: string; shows: string }[]
}

/**
 * Loads the demo through the public API alone, as three creditors and one debtor would.
 * What is done already is not done again. The client given back is that of the first creditor, Lojas Aurora.
 */
export async function loadDemo(input: DemoInput): Promise<Demo> {
  const state = await stateOfThisDatabase(input)
  for (const slug of CREDITOR_SLUGS) await loadOne(input, state, slug)
  const { mailUrl, bankUrl, carriersUrl } = input
  if (bankUrl) await connectCreditors({ ...input, bankUrl }, state)
  if (carriersUrl) await connectPhones({ ...input, carriersUrl }, state)
  if (mailUrl && !state.firstInstallmentPaid) await makeAgreement({ ...input, mailUrl }, state)
  const { clientId, clientSecret } = creditorState(state, CREDITOR_SLUGS[0])
  const debtors = SITUATIONS.filter(({ hasAgreement }) => !hasAgreement || state.agreementId)
  return { clientId, clientSecret, debtors: debtors.map(({ cpf, shows }) => ({ cpf, shows })) }
}

// The remembered clients may belong to a database that is gone: then everything begins anew.
async function stateOfThisDatabase({ apiUrl, dataDir, log }: DemoInput): Promise<DemoState> {
  const state = await readDemoState(dataDir)
  const first = state.creditors[0]
  if (!first) return state
  try {
    await clientAccess(apiUrl, first).bearer()
    return state
  } catch (error) {
    if (refusalCode(error) !== 'invalid_client') throw error
    log('demo.json belongs to another database; the demo is loaded anew')
    return { creditors: [] }
  }
}

async function loadOne({ apiUrl, dataDir, operator, today, log, people = DEMO_PEOPLE }: DemoInput, state: DemoState, slug: CreditorSlug): Promise<void> {
  const save = (): Promise<void> => writeDemoState(dataDir, state)
  if (!state.creditors.some((creditor) => creditor.slug === slug)) {
    state.creditors.push(await makeCreditor(clientAccess(apiUrl, operator), slug))
    await save()
  }
  const creditor = creditorState(state, slug)
  if (creditor.withdrawn) return
  await loadCreditor({ access: clientAccess(apiUrl, creditor), state: creditor, today, people, save, log })
}

async function connectCreditors({ apiUrl, dataDir, bankUrl }: DemoInput & { bankUrl: string }, state: DemoState): Promise<void> {
  for (const creditor of state.creditors) {
    creditor.bankAccount = await connectBank(clientAccess(apiUrl, creditor), bankUrl, creditor)
    await writeDemoState(dataDir, state)
  }
}

async function connectPhones({ apiUrl, dataDir, carriersUrl }: DemoInput & { carriersUrl: string }, state: DemoState): Promise<void> {
  for (const creditor of state.creditors) {
    creditor.carriers = await connectCarriers(clientAccess(apiUrl, creditor), carriersUrl, creditor)
    await writeDemoState(dataDir, state)
  }
}

async function makeAgreement({ apiUrl, mailUrl, dataDir, log }: DemoInput & { mailUrl: string }, state: DemoState): Promise<void> {
  const situation = SITUATIONS.find(({ hasAgreement }) => hasAgreement)
  const slug = situation?.debts[0]?.creditor
  if (!situation || !slug) return
  const agreement = await signAgreement({ apiUrl, mailUrl, debtor: { cpf: situation.cpf, email: situationEmail(situation) } })
  state.agreementId = agreement.id
  await writeDemoState(dataDir, state)
  await payFirstInstallment(apiUrl, creditorState(state, slug), agreement)
  state.firstInstallmentPaid = true
  await writeDemoState(dataDir, state)
  log(`${situation.name}: agreement signed, first installment paid`)
}

async function payFirstInstallment(apiUrl: string, client: Client, { id, installments, signedAt }: Agreement): Promise<void> {
  const first = installments[0]
  if (!first || first.status === 'paid') return
  const body = { agreementId: id, installmentNumber: first.number, amountCents: first.amountCents, paidAt: signedAt, method: 'pix', externalReference: `DEMO-${id}-1` }
  await clientAccess(apiUrl, client).call('POST', '/v1/payments', { body })
}

function creditorState(state: DemoState, slug: CreditorSlug): CreditorState {
  const creditor = state.creditors.find((one) => one.slug === slug)
  if (!creditor) throw new Error(`the demo creditor ${slug} was not made`)
  return creditor
}
