import { expect, test } from 'vitest'
import { campaignDiscounts } from './campaign-discounts.ts'

const part = (campaign: string | null, ...cents: number[]) => ({ campaign, discounts: cents.map((each) => ({ cents: each })) })

test('the discounts of the parts that a campaign reached, by code', () => {
  const parts = [part('NATAL', 1_000, 23), part(null, 5_000), part('ANO-NOVO', 7), part('NATAL', 2)]
  expect(campaignDiscounts(parts)).toEqual([{ code: 'ANO-NOVO', cents: 7n }, { code: 'NATAL', cents: 1_025n }])
})

test('a part without a discount takes nothing, and an older document names no campaign', () => {
  expect(campaignDiscounts([part('NATAL'), part('NATAL', 0), { discounts: [{ cents: 9 }] }])).toEqual([])
})
