import type { Ruler, RulerInput, RulerStep } from '@repactua/shared/contract/rulers.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'

/** Three days after the due date, by e-mail. */
export function step(overrides: Partial<RulerStep> = {}): RulerStep {
  return { key: 'd3', anchor: 'debt_due', offsetDays: 3, channels: ['email'], templateKey: 'debt-reminder', ...overrides }
}

/** The body of POST /v1/rulers. */
export function rulerInput(overrides: Partial<RulerInput> = {}): RulerInput {
  return { code: 'padrao', name: 'Régua de exemplo', steps: [step()], ...overrides }
}

/** A ruler that is in force from now on. */
export async function publishRuler({ http }: TestApp, { bearer }: TestCreditor, overrides: Partial<RulerInput> = {}): Promise<Ruler> {
  const { body: draft } = await http.post('/v1/rulers').set('authorization', bearer).send(rulerInput(overrides)).expect(201)
  return (await http.post(`/v1/rulers/${draft.id}/publication`).set('authorization', bearer).expect(200)).body as Ruler
}
