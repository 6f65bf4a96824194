import type { PolicyRule } from '@repactua/shared/contract/policies.ts'
import { expect, test } from 'vitest'
import { makeCreditor } from '../builders/creditor.ts'
import { band, grant, policyInput, rule } from '../builders/policy.ts'
import { startApp } from '../support/app.ts'

const testApp = await startApp()
const { http } = testApp
const forgiven = { lateFineBps: 10_000, defaultInterestBps: 10_000 }

async function refusalOf(rules: PolicyRule[], more: object = {}) {
  const { bearer } = await makeCreditor(testApp)
  const { body } = await http.post('/v1/policies').set('authorization', bearer).send({ ...policyInput({ rules }), ...more }).expect(422)
  return { code: body.code as string, errors: (body.errors as { pointer: string; rule: string; message: string }[]).map(({ pointer, rule: id }) => [pointer, id]), messages: body.errors as { message: string }[] }
}

test('a policy full of holes is refused with each of them', async () => {
  const ages = [0, 100, 200, 300].map((min) => rule({ name: `De ${min} dias`, when: { overdueDays: { min, max: min + 50 } } }))
  const { code, errors, messages } = await refusalOf(ages)
  expect(code).toBe('policy_invalid')
  expect(errors).toEqual([1, 2, 3].map((i) => [`/rules/${i}/when/overdueDays`, 'hole']))
  expect(messages[0]?.message).toBe('Entre as regras 1 e 2 há um buraco: de 51 a 99 dias de atraso nenhuma regra alcança a dívida.')
})

test('a rule that nobody of the audience can meet', async () => {
  const { errors } = await refusalOf([rule({ when: { products: ['school'] } }), rule({ when: { products: ['retail'] } })], { audience: { products: ['retail'] } })
  expect(errors).toEqual([['/rules/0', 'outside-audience']])
})

test('deadlines, floors and plans that make no sense, all told at once', async () => {
  const { code, errors } = await refusalOf([rule({ grant: grant({
    cash: { discount: { ...forgiven, principalBps: 1_000 }, daysToPay: 10, later: [{ discount: { ...forgiven, principalBps: 2_000 }, daysToPay: 5 }] },
    installments: [band(2, 60, { monthlyRateBps: 500 })],
    counterOffers: { monthlyDiscountRateBps: 100, leastPresentValueBps: 5_000, reviewPresentValueBps: 6_000, mostCount: 12 },
  }) })])
  expect(code).toBe('policy_invalid')
  expect(errors.map(([, id]) => id).sort()).toEqual(['dearer-than-debt', 'later-deadline-days', 'later-deadline-discount', 'review-above-acceptance'])
})

test('a card plan above the law’s cap is outside the law', async () => {
  const dear = grant({ installments: [band(2, 60, { monthlyRateBps: 500, discount: { lateFineBps: 0, defaultInterestBps: 0, principalBps: 0 } })] })
  const { code, errors } = await refusalOf([rule({ when: { products: ['card_revolving'] }, grant: dear })])
  expect(code).toBe('policy_outside_law')
  expect(errors).toEqual([['/rules/0/grant/installments/0/monthlyRateBps', 'card-cap']])
})
