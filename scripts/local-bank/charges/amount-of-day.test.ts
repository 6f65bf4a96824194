import { isBusinessDay } from '@repactua/api/core/calendar/bank-holidays.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { amountOf, centsOf } from '../money.ts'
import { amountOfDay } from './amount-of-day.ts'
import type { ChargeBody, ChargeValue } from './charge.ts'

// A Thursday; the days after it are Friday 11, Monday 14 and so on.
const DUE = '2026-12-10'

test('the official example: R$ 100,00, two days late, 3 % fine and 1 % a day', () => {
  const day = amounts({ original: '100.00', multa: { modalidade: 2, valorPerc: '3.00' }, juros: { modalidade: 2, valorPerc: '1.00' } }, addDays(DUE, 2))
  expect(day).toEqual({ original: '100.00', fine: '3.00', interest: '2.00', rebate: '0.00', discount: '0.00', total: '105.00' })
})

test('the official example of a payload: 123.45 + 15.00 + 2.00 = 140.45', () => {
  const day = amounts({ original: '123.45', multa: { modalidade: 1, valorPerc: '15.00' }, juros: { modalidade: 1, valorPerc: '2.00' } }, addDays(DUE, 1))
  expect(day).toMatchObject({ fine: '15.00', interest: '2.00', total: '140.45' })
})

// Ten days late, of which six are business days (11, 14, 15, 16, 17, 18 December).
test.each([
  [1, '0.50', '5.00'],
  [2, '0.10', '10.00'],
  [3, '3.00', '10.00'],
  [4, '36.50', '10.00'],
  [5, '0.50', '3.00'],
  [6, '0.10', '6.00'],
  [7, '2.10', '6.00'],
  [8, '25.20', '6.00'],
])('interest of kind %d at %s costs %s of R$ 1.000,00 in ten days', (modalidade, valorPerc, interest) => {
  expect(amounts({ original: '1000.00', juros: { modalidade, valorPerc } }, addDays(DUE, 10)).interest).toBe(interest)
})

test('R$ 30.000,00 a day late at 1 % a month cost R$ 10,00: nothing is cut off on the way', () => {
  expect(amounts({ original: '30000.00', juros: { modalidade: 3, valorPerc: '1.00' } }, addDays(DUE, 1)).interest).toBe('10.00')
})

test('a rebate counts on every day, and fine and interest run on what it leaves', () => {
  const value = { original: '100.00', abatimento: { modalidade: 2, valorPerc: '10.00' }, multa: { modalidade: 2, valorPerc: '2.00' } }
  expect(amounts(value, DUE)).toMatchObject({ rebate: '10.00', fine: '0.00', total: '90.00' })
  expect(amounts(value, addDays(DUE, 1))).toMatchObject({ rebate: '10.00', fine: '1.80', total: '91.80' })
})

test('of several dates the first that is not over counts, and after the last there is none', () => {
  const steps = [{ data: '2026-12-09', valorPerc: '5.00' }, { data: '2026-12-01', valorPerc: '10.00' }]
  const value = { original: '200.00', desconto: { modalidade: 2, descontoDataFixa: steps } }
  expect(['2026-11-30', '2026-12-01', '2026-12-02', '2026-12-09', DUE].map((day) => amounts(value, day).discount)).toEqual(['20.00', '20.00', '10.00', '10.00', '0.00'])
})

// Ten days ahead: 30 November to 10 December, eight of them business days.
test.each([
  [3, '1.00', '10.00'],
  [4, '1.00', '8.00'],
  [5, '1.00', '20.00'],
  [6, '1.00', '16.00'],
])('a discount of kind %d at %s a day is %s ten days ahead', (modalidade, valorPerc, discount) => {
  expect(amounts({ original: '200.00', desconto: { modalidade, valorPerc } }, addDays(DUE, -10)).discount).toBe(discount)
})

test('a discount leaves one cent', () => {
  expect(amounts({ original: '10.00', desconto: { modalidade: 3, valorPerc: '9.99' } }, addDays(DUE, -10)).total).toBe('0.01')
})

test('a due date on a Sunday rolls, and the days late run from where it rolled to', () => {
  const body = chargeOf({ original: '100.00', juros: { modalidade: 1, valorPerc: '1.00' } }, '2026-12-13')
  expect(amountOfDay(body, '2026-12-14').interestCents).toBe(0n)
  expect(amountOfDay(body, '2026-12-15').interestCents).toBe(100n)
})

test('half a cent goes to the even one, once, at the end', () => {
  const value: ChargeValue = { original: '0.50', multa: { modalidade: 2, valorPerc: '1.00' }, juros: { modalidade: 2, valorPerc: '1.00' } }
  expect(amounts(value, addDays(DUE, 1))).toMatchObject({ fine: '0.00', interest: '0.01', total: '0.51' })
})

test('the parts make up the total, and none is below zero', () => {
  const kind = (kinds: number) => fc.record({ modalidade: fc.integer({ min: 1, max: kinds }), valorPerc: fc.bigInt(0n, 3_000n).map(amountOf) })
  const value = fc.record({ original: fc.bigInt(10_000n, 10n ** 11n).map(amountOf), multa: kind(2), juros: kind(8), abatimento: kind(2) })
  fc.assert(
    fc.property(value, fc.integer({ min: -20, max: 400 }), (charge, days) => {
      const due = amountOfDay(chargeOf(charge, DUE), addDays(DUE, days))
      const { originalCents, fineCents, interestCents, rebateCents, discountCents, totalCents } = due
      expect(originalCents + fineCents + interestCents - rebateCents - discountCents).toBe(totalCents)
      expect(Object.values(due).every((cents) => cents >= 0n)).toBe(true)
      expect(originalCents).toBe(centsOf(charge.original))
    }),
  )
})

test('the days that these examples count on', () => {
  expect([1, 4, 5, 6, 7, 8].every((days) => isBusinessDay(addDays(DUE, days)))).toBe(true)
})

function amounts(valor: ChargeValue, day: string): Record<string, string> {
  const { originalCents, fineCents, interestCents, rebateCents, discountCents, totalCents } = amountOfDay(chargeOf(valor, DUE), day)
  return { original: amountOf(originalCents), fine: amountOf(fineCents), interest: amountOf(interestCents), rebate: amountOf(rebateCents), discount: amountOf(discountCents), total: amountOf(totalCents) }
}

function chargeOf(valor: ChargeValue, dataDeVencimento: string): ChargeBody {
  return { calendario: { dataDeVencimento, validadeAposVencimento: 30 }, devedor: { cpf: '12345678909', nome: 'A' }, valor, chave: 'a@exemplo.test' }
}
