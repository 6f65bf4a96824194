import { expect, test } from 'vitest'
import { groupByCreditor } from './group-by-creditor.ts'

const owed = (id: string, creditorId: string) => ({ id, creditor: { id: creditorId } })
const ids = (groups: { id: string }[][]) => groups.map((group) => group.map(({ id }) => id))

test('one or two debts at a creditor have a card each', () => {
  expect(ids(groupByCreditor([owed('a', 'x'), owed('b', 'y'), owed('c', 'x')]))).toEqual([['a'], ['c'], ['b']])
})

test('three or more share one', () => {
  expect(ids(groupByCreditor([owed('a', 'x'), owed('b', 'x'), owed('c', 'y'), owed('d', 'x')]))).toEqual([['a', 'b', 'd'], ['c']])
})

test('nothing owed, no card', () => {
  expect(groupByCreditor([])).toEqual([])
})
