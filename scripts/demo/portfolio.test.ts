import { isCpf } from '@repactua/shared/br/cpf.ts'
import { addMonths, daysBetween, isLocalDate } from '@repactua/shared/time/local-date.ts'
import { checkCharges } from '@repactua/api/core/legal/check-charges.ts'
import { checkContract } from '@repactua/api/core/legal/check-contract.ts'
import { normalisePhone } from '@repactua/api/platform/phone.ts'
import { expect, test } from 'vitest'
import { CREDITOR_SLUGS, DEMO_CREDITORS } from './creditors.ts'
import { portfolioLines } from './portfolio-lines.ts'
import { DEMO_PEOPLE, demoDebts, situationEmail } from './portfolio.ts'
import { SITUATIONS } from './situations.ts'

const TODAY = '2026-11-21'
const DEBTS = [...demoDebts({ today: TODAY })]
const LINES = DEBTS.map(({ line }) => line)
const PEOPLE = new Map(LINES.map(({ debtor }) => [debtor.cpf, debtor]))

test('5,000 people with about 12,000 debts, at all three creditors', () => {
  expect(PEOPLE.size).toBe(DEMO_PEOPLE)
  expect(LINES.length).toBeGreaterThan(11_400)
  expect(LINES.length).toBeLessThan(12_600)
  for (const slug of CREDITOR_SLUGS) expect(DEBTS.filter(({ creditor }) => creditor === slug).length).toBeGreaterThan(2_000)
})

test('every CPF is valid and belongs to one person, every debt has an id of its own', () => {
  expect([...PEOPLE.keys()].filter((cpf) => !isCpf(cpf))).toEqual([])
  const people = new Set(LINES.map(({ debtor }) => JSON.stringify(debtor)))
  expect(people.size).toBe(DEMO_PEOPLE)
  expect(new Set(LINES.map(({ externalId }) => externalId)).size).toBe(LINES.length)
  expect(LINES.every(({ externalId }) => /^[A-Z]+-\d{5}-\d+$/.test(externalId))).toBe(true)
})

test('the mean debt is within 5 % of R$ 1,500, with a long tail', () => {
  const cents = LINES.map(({ principalCents }) => principalCents).sort((a, b) => a - b)
  const mean = cents.reduce((sum, one) => sum + one, 0) / cents.length
  expect(Math.abs(mean - 150_000)).toBeLessThan(7_500)
  expect(cents[Math.floor(cents.length / 2)]!).toBeLessThan(mean * 0.75)
  expect(cents.at(-1)!).toBeGreaterThan(1_500_000)
  expect(cents.every((one) => Number.isInteger(one) && one > 0)).toBe(true)
})

test('many people owe at several creditors', () => {
  const creditors = new Map<string, Set<string>>()
  for (const { creditor, line } of DEBTS) creditors.set(line.debtor.cpf, (creditors.get(line.debtor.cpf) ?? new Set()).add(creditor))
  const counts = [...creditors.values()].map(({ size }) => size)
  expect(counts.filter((size) => size === 2).length).toBeGreaterThan(1_000)
  expect(counts.filter((size) => size === 3).length).toBeGreaterThan(300)
})

test('debts fell due 30 days to 6 years ago, some nearly barred and some barred', () => {
  const overdue = LINES.map(({ dueOn }) => daysBetween(dueOn, TODAY))
  expect(LINES.every(({ dueOn }) => isLocalDate(dueOn))).toBe(true)
  expect(Math.min(...overdue)).toBeGreaterThanOrEqual(30)
  expect(Math.max(...overdue)).toBeLessThanOrEqual(2_192)
  expect(overdue.filter((days) => days > 1_736 && days <= 1_826).length).toBeGreaterThan(50)
  expect(overdue.filter((days) => days > 1_826).length).toBeGreaterThan(300)
})

test('charges stay within the law and labels within the contract', () => {
  for (const { creditor, line } of DEBTS) {
    const { charges, product, segment, tags = [], description = '', contractNumber = '' } = line
    expect(checkCharges(charges, { regime: DEMO_CREDITORS[creditor].input.regime, product, on: TODAY })).toEqual([])
    expect(checkContract(charges, { regime: DEMO_CREDITORS[creditor].input.regime, product, on: TODAY })).toEqual([])
    expect([segment, ...tags].every((label) => /^[a-z0-9_-]{1,40}$/.test(label ?? ''))).toBe(true)
    expect(description.length).toBeLessThanOrEqual(140)
    expect(contractNumber.length).toBeLessThanOrEqual(60)
  }
})

test('contacts are invented but well formed, adults of 19 to 85', () => {
  const phones = [...PEOPLE.values()].flatMap(({ phone }) => (phone ? [phone] : []))
  expect(phones.filter((phone) => normalisePhone(phone) !== phone)).toEqual([])
  expect(new Set(phones).size).toBe(phones.length)
  expect(phones.length).toBeGreaterThan(4_000)
  for (const { email = '', birthDate = '' } of PEOPLE.values()) {
    expect(email).toMatch(/^[a-z]+\.[a-z]+\.\d{4}@exemplo\.test$/)
    expect(birthDate <= addMonths(TODAY, -12 * 19)).toBe(true)
    expect(birthDate >= addMonths(TODAY, -12 * 86)).toBe(true)
  }
})

test('the same day gives the same debts, another day the same people', () => {
  expect([...demoDebts({ today: TODAY })]).toEqual(DEBTS)
  const tomorrow = [...demoDebts({ today: '2026-11-22' })]
  expect(tomorrow.map(({ line }) => line.debtor.cpf)).toEqual(LINES.map(({ debtor }) => debtor.cpf))
  expect(tomorrow.map(({ line }) => line.principalCents)).toEqual(LINES.map(({ principalCents }) => principalCents))
})

test('a smaller portfolio is the beginning of a larger one', () => {
  const few = [...demoDebts({ today: TODAY, people: 50 })]
  expect(few).toEqual(DEBTS.slice(0, few.length))
})

test('the lines of the three creditors are the whole portfolio, as NDJSON', () => {
  const lines = CREDITOR_SLUGS.flatMap((creditor) => [...portfolioLines({ creditor, today: TODAY, people: 50 })])
  expect(lines.every((line) => line.indexOf('\n') === line.length - 1)).toBe(true)
  expect(lines.map((line) => JSON.parse(line).externalId).sort()).toEqual([...demoDebts({ today: TODAY, people: 50 })].map(({ line }) => line.externalId).sort())
})

test('each named situation has its own fixed CPF, name and debts', () => {
  expect(SITUATIONS.map(({ cpf, name }) => `${cpf} ${name}`)).toEqual([
    '52998224725 Marina Alves Teixeira',
    '11144477735 João Batista Moreira',
    '12345678909 Cláudia Ferreira Nogueira',
    '39053344705 Sebastião Rocha Lima',
    '16899535009 Teresa Guimarães Paiva',
    '15350946056 Rafael Souza Pinto',
    '98765432100 Beatriz Campos Duarte',
    '86288366757 Antônio Vieira Prado',
    '71428793860 Luana Ribeiro Sales',
  ])
  expect(SITUATIONS.every(({ cpf }) => isCpf(cpf))).toBe(true)
  for (const situation of SITUATIONS) {
    const own = LINES.filter(({ debtor }) => debtor.cpf === situation.cpf)
    expect(own.map(({ principalCents }) => principalCents)).toEqual(situation.debts.map(({ principalCents }) => principalCents))
    expect(own.every(({ debtor }) => debtor.name === situation.name && debtor.email === situationEmail(situation))).toBe(true)
  }
})

test('the almost barred debt is barred in 20 days, the barred one since months', () => {
  const dueOn = (cpf: string): string => LINES.find(({ debtor }) => debtor.cpf === cpf)!.dueOn
  expect(daysBetween(TODAY, addMonths(dueOn('39053344705'), 60))).toBe(20)
  expect(addMonths(dueOn('16899535009'), 60) < TODAY).toBe(true)
})

test('creditors have names, addresses and contacts that are plainly examples', () => {
  for (const { input } of Object.values(DEMO_CREDITORS)) {
    expect(input.legalName).toContain('Exemplo')
    expect(input.address.street).toBe('Rua de Exemplo')
    expect(input.email).toMatch(/\.exemplo\.test$/)
    expect(normalisePhone(input.phone)).toBe(input.phone)
  }
})

test('some purchases, and no other debts, say what the credit cost', () => {
  const priced = LINES.filter(({ charges }) => charges.contractInterest)
  expect(priced.length).toBeGreaterThan(50)
  expect(priced.every(({ product, dueOn, charges }) => product === 'retail' && (charges.contractInterest?.from ?? dueOn) < dueOn)).toBe(true)
})
