import { CHANNELS, PURPOSES } from '@repactua/shared/contract/messaging.ts'
import type { Debt, DebtHoldInput } from '@repactua/shared/contract/debts.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import type { CreditorSlug } from '../../scripts/demo/creditors.ts'
import type { Random } from '../../scripts/demo/random.ts'
import { formAgreement, signatureFor } from '../builders/agreement.ts'
import type { TestCreditor } from '../builders/creditor.ts'
import { signInWithCode } from '../builders/person.ts'
import type { TestApp } from '../support/app.ts'
import type { Cast } from './cast.ts'
import type { Stop } from './judge/send-log.ts'

/** What people and creditors do in a year, each with the messages that must stop from that moment on. */
export interface Scene {
  test: TestApp
  cast: Cast
  creditors: ReadonlyMap<CreditorSlug, TestCreditor>
  random: Random
  stops: Stop[]
}

type Owed = Cast['debts'][number]

/** As many happenings as chance has it, so many on average. */
export async function letThingsHappen(scene: Scene, average: number): Promise<void> {
  const { random, cast } = scene
  for (let left = random.whole(0, Math.round(2 * average)); left > 0; left -= 1) {
    const owed = random.pick(cast.debts)
    const happen = random.pick(HAPPENINGS)
    await happen(scene, owed)
  }
}

const HAPPENINGS = [payElsewhere, payElsewhere, agree, agree, pauseDebt, die, contest, wishLess, wishLess, pauseContact]

async function payElsewhere(scene: Scene, owed: Owed): Promise<void> {
  const { status } = await asCreditor(scene, owed.creditor, 'post', `/debts/${owed.externalId}/withdrawal`, { reason: 'paid_elsewhere', note: 'Paga na loja.' })
  if (status === 200) stop(scene, { why: 'paid', debt: idOf(owed) })
}

// Court, hardship, a search for the payment: for some days, or until somebody takes it away.
async function pauseDebt(scene: Scene, owed: Owed): Promise<void> {
  const { random, test } = scene
  const reason = random.pick(['court', 'hardship', 'payment_search', 'wrong_person'] as const)
  const untilOn = random.fraction() < 0.5 ? addDays(test.clock.today(), random.whole(5, 40)) : undefined
  await hold(scene, owed, { reason, ...(untilOn ? { untilOn } : {}) }, untilOn ? new Date(`${untilOn}T03:00:00Z`) : null)
}

async function die(scene: Scene, owed: Owed): Promise<void> {
  await hold(scene, owed, { reason: 'death' }, null)
}

async function hold(scene: Scene, owed: Owed, body: DebtHoldInput, until: Date | null): Promise<void> {
  const { status } = await asCreditor(scene, owed.creditor, 'put', `/debts/${owed.externalId}/hold`, body)
  if (status === 200) stop(scene, { why: body.reason, debt: idOf(owed), until })
}

async function contest(scene: Scene, owed: Owed): Promise<void> {
  const { test } = scene
  const cookie = await signInWithCode(test, owed.cpf)
  const debt = await myDebt(scene, owed, cookie)
  const answer = await test.http.post(`/v1/me/debts/${debt.id}/disputes`).set('cookie', cookie).send({ reason: 'wrong_amount', statement: 'O valor não é esse.' })
  if (answer.status === 201) stop(scene, { why: 'disputed', debt: idOf(owed) })
}

// From the signature on there is an agreement: its installments are another matter than the debt.
async function agree(scene: Scene, owed: Owed): Promise<void> {
  const { test } = scene
  const cookie = await signInWithCode(test, owed.cpf)
  const debt = await myDebt(scene, owed, cookie)
  const agreement = await formAgreement(test, { cookie, debt }, 'cash').catch(() => null)
  if (!agreement) return
  const signed = await test.http.post(`/v1/me/agreements/${agreement.id}/signature`).set('cookie', cookie).send(await signatureFor(test, { cookie }, agreement))
  if (signed.status === 200) stop(scene, { why: 'in an agreement', debt: idOf(owed), purpose: 'collection' })
}

// One channel or all of them, for debts or for everything, of one creditor or of all.
async function wishLess(scene: Scene, owed: Owed): Promise<void> {
  const { random, creditors } = scene
  const channels = random.fraction() < 0.5 ? CHANNELS : [random.pick(CHANNELS)]
  const purposes = random.fraction() < 0.5 ? PURPOSES : [random.pick(PURPOSES)]
  const creditor = random.fraction() < 0.5 ? owed.creditor : undefined
  const of = creditor ? { creditorId: creditors.get(creditor)!.shownId } : {}
  for (const channel of channels) {
    for (const purpose of purposes) {
      await asPerson(scene, owed, 'put', '/contact-choices', { ...of, channel, purpose, allowed: false })
      stop(scene, { why: 'opt-out', person: owed.cpf, channel, purpose, ...(creditor ? { creditor } : {}) })
    }
  }
}

async function pauseContact(scene: Scene, owed: Owed): Promise<void> {
  await asPerson(scene, owed, 'put', '/contact-pause')
  stop(scene, { why: 'thirty days without', person: owed.cpf, purpose: 'collection', until: new Date(scene.test.clock.now().getTime() + 30 * 86_400_000) })
}

async function asPerson({ test }: Scene, { cpf }: Owed, method: 'put', path: string, body: object = {}): Promise<void> {
  const { status, body: told } = await test.http[method](`/v1/me${path}`).set('cookie', await signInWithCode(test, cpf)).send(body)
  if (status >= 300) throw new Error(`${path} was refused: ${JSON.stringify(told)}`)
}

async function myDebt({ test }: Scene, owed: Owed, cookie: string): Promise<Debt> {
  const { body } = await test.http.get('/v1/me/debts').set('cookie', cookie).expect(200)
  const found = (body.data as Debt[]).find(({ externalId }) => externalId === owed.externalId)
  return found ?? ({ id: 'debt_00000000-0000-7000-8000-000000000000' } as Debt)
}

function asCreditor({ test, creditors }: Scene, slug: CreditorSlug, method: 'post' | 'put', path: string, body: object) {
  return test.http[method](`/v1${path}`).set('authorization', creditors.get(slug)!.bearer).send(body)
}

function stop({ test, stops }: Scene, what: Omit<Stop, 'from' | 'until'> & { until?: Date | null }): void {
  stops.push({ until: null, ...what, from: test.clock.now() })
}

/** A debt by the name that its creditor gave it, told apart from another creditor's. */
export function idOf({ creditor, externalId }: Pick<Owed, 'creditor' | 'externalId'>): string {
  return `${creditor} ${externalId}`
}
