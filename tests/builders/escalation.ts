import type { Escalation, EscalationSettings } from '@repactua/shared/contract/escalations.ts'
import { tendEscalations } from '@repactua/api/modules/escalations/index.ts'
import { createLogger } from '@repactua/api/platform/log/logger.ts'
import type { TestApp } from '../support/app.ts'
import type { Situation } from './agreement.ts'

const logger = createLogger('silent')

/** Both kinds are switched on, and nothing goes by itself. */
export const ESCALATION_SETTINGS: EscalationSettings = { kinds: ['listing', 'protest'], afterDays: 60, answerDays: 10, leastCents: 5_000, automatic: 'nothing' }
/** A receipt, but for the instant of the delivery. */
export const PROOF = { provider: 'Bureau de Exemplo', reference: 'AR-1', sha256: 'a'.repeat(64) }
/** What the bureau or the registry answers, but for the day. */
export const ANSWER = { institution: 'Bureau de Exemplo', reference: 'REG-77' }

/** The round of escalations of one night. */
export async function escalationNight({ clock, platform }: TestApp, at: string): Promise<void> {
  clock.moveTo(at)
  await tendEscalations({ platform, logger })
}

/** Noticed on a Sunday and delivered on the Monday: the person has until Thursday, 3 December. It is the 24th of November then. */
export async function provenEscalation(test: TestApp, { creditor: { bearer }, debt }: Pick<Situation, 'creditor' | 'debt'>, kind: Escalation['kind'] = 'listing'): Promise<string> {
  const made = await test.http.post(`/v1/debts/${debt.externalId}/escalations`).set('authorization', bearer).send({ kind }).expect(201)
  const { id } = made.body as Escalation
  await escalationNight(test, '2026-11-22T04:07:00Z')
  test.clock.moveTo('2026-11-24T15:00:00Z')
  await test.http.post(`/v1/escalations/${id}/proof-of-notice`).set('authorization', bearer).send({ ...PROOF, deliveredAt: '2026-11-23T13:00:00Z' }).expect(200)
  return id
}

/** It stands, since the 4th of December. */
export async function confirmedEscalation(test: TestApp, who: Pick<Situation, 'creditor' | 'debt'>, kind?: Escalation['kind']): Promise<string> {
  const id = await provenEscalation(test, who, kind)
  await escalationNight(test, '2026-12-04T04:07:00Z')
  await test.http.post(`/v1/escalations/${id}/request`).set('authorization', who.creditor.bearer).expect(200)
  await test.http.post(`/v1/escalations/${id}/confirmation`).set('authorization', who.creditor.bearer).send({ ...ANSWER, confirmedOn: '2026-12-04' }).expect(200)
  return id
}
