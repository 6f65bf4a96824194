import { expect, test } from 'vitest'
import { checkServiceRule } from './check-service-rule.ts'
import { lastDayToRestore } from './service-limits.ts'

const rule = { name: 'r', afterDays: 30, noticeDays: 30, limits: 'Os descontos ficam guardados.', comesBack: 'Voltam no mesmo dia.' }
const codesOf = (change: Partial<Parameters<typeof checkServiceRule>[0]> & Pick<Parameters<typeof checkServiceRule>[0], 'product'>) => checkServiceRule({ ...rule, ...change }).map(({ code }) => code)

test.each([['telecom', 15], ['energy', 15], ['water', 30]] as const)('%s: %i days of notice', (product, days) => {
  expect(codesOf({ product, noticeDays: days })).toEqual([])
  expect(codesOf({ product, noticeDays: days - 1 })).toEqual(['notice_below_law'])
})

test.each(['As provas ficam para depois.', 'O diploma fica guardado.', 'Os documentos ficam na secretaria.', 'A TRANSFERÊNCIA espera.', 'A rematrícula espera.', 'O acesso às aulas para.'])('a school may not say: %s', (limits) => {
  expect(codesOf({ product: 'school', limits })).toEqual(['school_penalty'])
  expect(codesOf({ product: 'retail', limits })).toEqual([])
})

test('what is not teaching may be limited at a school too', () => {
  expect(codesOf({ product: 'school', limits: 'O uso da piscina fica guardado.' })).toEqual([])
})

test('back at once, and within a day where the product’s law says so', () => {
  expect(lastDayToRestore('retail', '2026-11-23')).toBe('2026-11-23')
  expect(lastDayToRestore('telecom', '2026-11-23')).toBe('2026-11-24')
  expect(lastDayToRestore('energy', '2026-11-23')).toBe('2026-11-24')
})
