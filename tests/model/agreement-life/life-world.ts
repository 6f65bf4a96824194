import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import type { Debt } from '@repactua/shared/contract/debts.ts'
import type { DebtorInput } from '@repactua/shared/contract/debts.ts'
import type { Refund } from '@repactua/shared/contract/refunds.ts'
import { makeCreditor, type TestCreditor } from '../../builders/creditor.ts'
import { makeDebt } from '../../builders/debt.ts'
import { personInput, signInWithCode } from '../../builders/person.ts'
import { band, grant, publishPolicy, rule } from '../../builders/policy.ts'
import { SOME_DAY, type TestApp } from '../../support/app.ts'
import type { LifeModel, Terms } from './life-model.ts'

/** One debtor and one creditor in the real application, and what they do over HTTP. */
export interface World {
  test: TestApp
  creditor: TestCreditor
  debtor: DebtorInput
  debt: Debt
  /** The debtor's Cookie header, good at the clock's time. */
  cookie: string
  ask(method: 'get' | 'post', path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>
  askAsDebtor(method: 'get' | 'post', path: string, body?: object): Promise<{ status: number; body: Record<string, unknown> }>
  see(id: string): Promise<Agreement>
  refundsDue(): Promise<Refund[]>
  nextReference(): string
}

const REPAIRS = { moveDueDate: { times: 3, mostDays: 15 }, skip: { times: 2 }, split: { times: 2, mostParts: 3 }, reage: { times: 2 } }
let references = 0

/** Begins a life: the clock on the day of the examples, a person who owes R$ 1.083,23, nothing agreed yet. */
export async function beginLife(test: TestApp, terms: Terms): Promise<{ model: LifeModel; real: World }> {
  test.clock.moveTo(SOME_DAY)
  const creditor = await makeCreditor(test)
  await publishPolicy(test, creditor, { rules: [rule({ grant: grantOf(terms) })] })
  const debtor = personInput()
  const debt = await makeDebt(test, creditor, { debtor })
  const real: World = {
    test, creditor, debtor, debt,
    cookie: await signInWithCode(test, debtor.cpf),
    ask: (method, path, body) => send(test, ['authorization', creditor.bearer], method, path, body),
    askAsDebtor: (method, path, body) => send(test, ['cookie', real.cookie], method, path, body),
    see: async (id) => (await real.ask('get', `/agreements/${id}`)).body as unknown as Agreement,
    refundsDue: async () => (await real.ask('get', '/refunds?status=due')).body['data'] as Refund[],
    nextReference: () => `LIFE-${++references}`,
  }
  return { real, model: { terms, now: test.clock.now().getTime(), today: test.clock.today(), debt: 'open', life: null, refundsDueCents: 0, told: [] } }
}

async function send({ http }: TestApp, [name, value]: [string, string], method: 'get' | 'post', path: string, body?: object) {
  const { status, body: answer } = await http[method](`/v1${path}`).set(name, value).send(body)
  return { status, body: answer as Record<string, unknown> }
}

function grantOf({ toleranceDays, missedInstallments, noticeDays, effect, withdrawalDays, isPlain }: Terms) {
  const early = isPlain ? {} : { earlyPayment: { discountBps: 500, daysBefore: 5 } }
  return grant({
    installments: [band(2, 12, early)], repairs: REPAIRS, withdrawalDays,
    breakRule: { toleranceDays, missedInstallments, noticeDays, effect },
    ...(isPlain ? { lateFeeBps: 0, defaultInterestMonthlyBps: 0 } : {}),
  })
}
