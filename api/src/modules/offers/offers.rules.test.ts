import { addDays } from '@repactua/shared/time/local-date.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { mayNegotiate, type DebtState } from './offers.rules.ts'

const TODAY = '2026-11-21'
const open: DebtState = { status: 'open', prescribesOn: '2031-01-10' }
const barred: DebtState = { status: 'open', prescribesOn: '2026-11-20' }

test('open debts may be negotiated, to the last day', () => {
  expect(mayNegotiate([open, { ...open, prescribesOn: TODAY }], TODAY)).toEqual({ ok: true, value: 'owed' })
})

test.each([
  ['one that is in an agreement', { status: 'in_agreement' }, 'debt_in_agreement'],
  ['one that is settled', { status: 'settled' }, 'debt_not_open'],
  ['one that was withdrawn', { status: 'withdrawn' }, 'debt_not_open'],
  ['one whose last day was yesterday', { prescribesOn: '2026-11-20' }, 'debt_barred'],
] as const)('%s keeps the others back', (_name, change, code) => {
  expect(mayNegotiate([open, { ...open, ...change }], TODAY)).toEqual({ ok: false, error: code })
})

test('barred debts are a voluntary payment where that is allowed, by themselves', () => {
  expect(mayNegotiate([barred, barred], TODAY)).toEqual({ ok: false, error: 'debt_barred' })
  expect(mayNegotiate([barred, barred], TODAY, { allowsVoluntary: true })).toEqual({ ok: true, value: 'voluntary' })
  expect(mayNegotiate([barred, open], TODAY, { allowsVoluntary: true })).toEqual({ ok: false, error: 'barred_debts_apart' })
  expect(mayNegotiate([open], TODAY, { allowsVoluntary: true })).toEqual({ ok: true, value: 'owed' })
})

test('a barred debt is never on the footing of what is owed, whatever stands beside it', () => {
  const debts = fc.array(fc.integer({ min: -900, max: 900 }).map((days): DebtState => ({ status: 'open', prescribesOn: addDays(TODAY, days) })), { minLength: 1 })
  fc.assert(fc.property(debts, fc.boolean(), (some, allowsVoluntary) => {
    const agreed = mayNegotiate(some, TODAY, { allowsVoluntary })
    const barredCount = some.filter(({ prescribesOn }) => prescribesOn < TODAY).length
    expect(agreed.ok && agreed.value === 'owed').toBe(barredCount === 0)
    expect(agreed.ok && agreed.value === 'voluntary').toBe(allowsVoluntary && barredCount === some.length)
  }))
})
