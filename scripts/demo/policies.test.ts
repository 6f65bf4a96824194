import { checkPolicy } from '@repactua/api/core/legal/policies/check-policy.ts'
import { isCnpj } from '@repactua/shared/br/cnpj.ts'
import { normalisePixKey } from '@repactua/shared/br/pix-key.ts'
import { expect, test } from 'vitest'
import { CREDITOR_SLUGS, DEMO_CREDITORS } from './creditors.ts'
import { DEMO_POLICIES } from './policies.ts'

test.each(CREDITOR_SLUGS)('%s has a valid CNPJ and Pix key', (slug) => {
  const { cnpj, pixKey } = DEMO_CREDITORS[slug].input
  expect(isCnpj(cnpj)).toBe(true)
  expect(normalisePixKey(pixKey)).toBe(pixKey)
})

test.each(CREDITOR_SLUGS)('%s reaches every age of debt with exactly one rule', (slug) => {
  const { rules } = DEMO_POLICIES[slug]
  const ranges = rules.map(({ when }) => ({ min: when.overdueDays?.min ?? 0, max: when.overdueDays?.max ?? Infinity }))
  expect(ranges[0]?.min).toBe(0)
  expect(ranges.at(-1)?.max).toBe(Infinity)
  for (const [index, { min }] of ranges.entries()) expect(min).toBe(index === 0 ? 0 : ranges[index - 1]!.max + 1)
})

test.each(CREDITOR_SLUGS)('%s forgives more for cash and for age, less for long plans', (slug) => {
  const grants = DEMO_POLICIES[slug].rules.map(({ grant }) => grant)
  const cash = grants.map((grant) => grant.cash!.discount.principalBps)
  expect(cash).toEqual([...cash].sort((a, b) => a - b))
  for (const { cash: best, installments = [] } of grants) {
    const cuts = [best!.discount.principalBps, ...installments.map(({ discount }) => discount.principalBps)]
    expect(cuts).toEqual([...cuts].sort((a, b) => b - a))
    const counts = installments.flatMap(({ count }) => [count.min, count.max])
    expect(counts[0]).toBe(2)
    expect(counts).toEqual([...counts].sort((a, b) => a - b))
  }
})

test.each(CREDITOR_SLUGS)('%s asks no more than the law leaves, and its policy makes sense', (slug) => {
  const { regime } = DEMO_CREDITORS[slug].input
  expect(checkPolicy(DEMO_POLICIES[slug].rules, { regime, on: '2026-11-21' })).toEqual([])
})
