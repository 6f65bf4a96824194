import { expect, test } from 'vitest'
import type { Agreement } from '@repactua/shared/contract/agreements.ts'
import { listedAgreements } from './listed-agreements.ts'

const agreement = (name: string, status: Agreement['status'], ...debtIds: string[]) => ({
  name, status, debts: debtIds.map((id) => ({ id, externalId: id, description: null, balanceCents: 1 })),
})
const names = (list: { name: string }[]) => list.map(({ name }) => name)

test('an expired draft is not listed, an ended agreement is', () => {
  expect(names(listedAgreements([agreement('a', 'expired', 'd1'), agreement('b', 'broken', 'd1')]))).toEqual(['b'])
})

test('of several drafts for one debt, the newest is listed', () => {
  expect(names(listedAgreements([agreement('new', 'awaiting_signature', 'd1'), agreement('old', 'awaiting_signature', 'd1', 'd2')]))).toEqual(['new'])
})

test('a draft whose debt is in a signed agreement is not listed', () => {
  expect(names(listedAgreements([agreement('draft', 'awaiting_signature', 'd1'), agreement('signed', 'active', 'd1')]))).toEqual(['signed'])
})

test('a draft for a debt that came back from a broken agreement is listed', () => {
  expect(names(listedAgreements([agreement('draft', 'awaiting_signature', 'd1'), agreement('old', 'broken', 'd1')]))).toEqual(['draft', 'old'])
})
