import { expect, test } from 'vitest'
import { presentPreview } from './preview.presenter.ts'
import type { Previewed } from './preview-ruler.ts'

const held = ['person_day', 'address_week', 'opted_out'].map((rule) => ({ due: { ruler: { code: 'r' }, step: { key: 'a' }, occurrence: { debtIds: [] } }, rule, until: null }))
const previewed = { ruler: { code: 'r' }, on: '2026-11-26', people: 1, plans: [{ person: { debtorId: '0192f3c1-8a5e-7c3d-9b1e-2f6a7c8d9e0f' }, plan: { step: null, arm: null, held } }], externalIds: new Map(), limit: 1, nextCursor: null }

test('of caps over all creditors a preview says no more than that one held a step', () => {
  const preview = presentPreview(previewed as unknown as Previewed)
  expect(preview.held).toEqual([{ step: 'a', rule: 'contact_cap', count: 2 }, { step: 'a', rule: 'opted_out', count: 1 }])
  expect(preview.data[0]!.held.map(({ rule }) => rule)).toEqual(['contact_cap', 'contact_cap', 'opted_out'])
})
