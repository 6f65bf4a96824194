import { expect, test } from 'vitest'
import { bestCashWithinBudgets } from './best-cash-within-budgets.ts'
import { buildWithinBudgets } from './build-within-budgets.ts'
import { debt, PERSON, policy, request, rule } from '../offers.fixture.ts'

// Forgiven in cash: R$ 103,23 of charges, and of R$ 980,00 by the campaigns 60 % and 50 %, by the usual rule 40 %.
const cash = (principalBps: number) => ({ cash: { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps }, daysToPay: 5 } })
const RULES = [
  { ...rule(cash(6_000), { campaign: 'NATAL' }), name: 'Natal' },
  { ...rule(cash(5_000), { campaign: 'VERAO' }), name: 'Verão' },
  rule(cash(4_000)),
]
const running = policy(RULES, { runningCampaigns: ['NATAL', 'VERAO'] })
const budgets = (natal: bigint, verao: bigint) => [{ code: 'NATAL', leftCents: natal }, { code: 'VERAO', leftCents: verao }]

test.each([
  ['both hold it: the first rule', 69_123n, 59_323n, 69_123n, ['NATAL', 'VERAO']],
  ['the first is a cent short: the second', 69_122n, 59_323n, 59_323n, ['VERAO']],
  ['both are short: the usual', 69_122n, 59_322n, 49_523n, []],
] as const)('%s', (_name, natal, verao, discountCents, campaigns) => {
  const { request: answered, built } = buildWithinBudgets(request({ policy: running }), budgets(natal, verao))
  const option = built.ok ? built.value.options.find(({ kind }) => kind === 'cash') : null
  expect(option?.discountCents).toBe(discountCents)
  expect(answered.policy.runningCampaigns).toEqual(campaigns)
  const shown = bestCashWithinBudgets({ today: '2026-11-21', regime: 'financial', policy: running, person: PERSON, debt: debt() }, budgets(natal, verao))
  expect([shown.cash?.discountCents, shown.policy.runningCampaigns]).toEqual([discountCents, campaigns])
})

test('of a campaign without a usual rule nothing is left to offer', () => {
  const { built } = buildWithinBudgets(request({ policy: policy(RULES.slice(0, 1), { runningCampaigns: ['NATAL'] }) }), budgets(0n, 0n))
  expect(built).toMatchObject({ ok: false, error: { code: 'no_offer' } })
})
