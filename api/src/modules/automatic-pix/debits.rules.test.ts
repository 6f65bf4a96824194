import { expect, test } from 'vitest'
import { isOutdated, nextTry, toDebit } from './debits.rules.ts'

const open = [{ number: 1, dueOn: '2026-12-10', openCents: 8_990n }, { number: 2, dueOn: '2027-01-11', openCents: 8_990n }]
const debit = { installmentNumber: 1, amountCents: 8_990n, dueOn: '2026-12-10', tries: 0 }

test.each([['2026-11-29', []], ['2026-11-30', [1]], ['2026-12-08', [1]], ['2026-12-09', []]])('on %s a debit is asked for %j', (today, numbers) => {
  expect(toDebit(open, [], today).map(({ number }) => number)).toEqual(numbers)
})

test.each([['scheduled', []], ['prepared', []], ['failed', []], ['withdrawn', [1]], ['paid', [1]]])('beside one that is %s', (status, numbers) => {
  expect(toDebit(open, [{ installmentNumber: 1, status }], '2026-12-05').map(({ number }) => number)).toEqual(numbers)
})

test('what is paid in part, moved or paid needs another debit or none; on its day it is too late', () => {
  expect(isOutdated(debit, open, '2026-12-05')).toBe(false)
  expect(isOutdated(debit, [{ ...open[0]!, openCents: 8_000n }], '2026-12-05')).toBe(true)
  expect(isOutdated(debit, [{ ...open[0]!, dueOn: '2026-12-20' }], '2026-12-05')).toBe(true)
  expect(isOutdated(debit, [], '2026-12-05')).toBe(true)
  expect(isOutdated(debit, [], '2026-12-10')).toBe(false)
})

test('three more tries on business days within a week', () => {
  expect(nextTry(debit, '2026-12-10')).toBe('2026-12-11')
  expect(nextTry({ ...debit, tries: 1 }, '2026-12-11')).toBe('2026-12-14')
  expect(nextTry({ ...debit, tries: 3 }, '2026-12-15')).toBeNull()
  expect(nextTry({ ...debit, tries: 2 }, '2026-12-17')).toBeNull()
})
