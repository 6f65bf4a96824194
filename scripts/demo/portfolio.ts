import type { DebtLine, DebtorInput } from '@repactua/shared/contract/debts.ts'
import { addDays, addMonths, daysBetween, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { CREDITOR_SLUGS, DEMO_CREDITORS, type CreditorSlug, type DemoCreditor } from './creditors.ts'
import { emailOf, inventPerson, phoneOf } from './people.ts'
import { longTailed, seededRandom, type Random } from './random.ts'
import { SITUATIONS, type Situation } from './situations.ts'

export const DEMO_PEOPLE = 5_000

type Product = DebtLine['product']

const YOUNGEST_DAYS = 30
/** Six years: past five, most debts are barred and stay hidden. */
const OLDEST_DAYS = 2_190
const LEAST_CENTS = 2_500
const SEED = 20_261_121
/** Of a hundred people, how many owe at one, two, three creditors; and at one creditor, how many have one to four debts. */
const CREDITORS_A_PERSON = [60, 30, 10]
const DEBTS_A_CREDITOR = [60, 25, 10, 5]

export interface DemoDebt {
  creditor: CreditorSlug
  line: DebtLine
}

/**
 * The debts of so many invented people, the nine situations first. The same `today` gives the same debts,
 * and each person is drawn apart: a million of them need no more memory than one.
 */
export function* demoDebts({ today, people = DEMO_PEOPLE }: { today: LocalDate; people?: number }): Generator<DemoDebt> {
  for (const [index, situation] of SITUATIONS.entries()) yield* situationDebts(situation, index + 1, today)
  for (let number = SITUATIONS.length + 1; number <= people; number += 1) yield* personDebts(number, today)
}

/** The id under which a creditor sends a person's debt: "AURORA-00001-1". */
export function debtIdOf(creditor: CreditorSlug, person: number, debt: number): string {
  return `${DEMO_CREDITORS[creditor].prefix}-${String(person).padStart(5, '0')}-${debt}`
}

/** The e-mail of a named situation's person, where sign-in codes go. */
export function situationEmail(situation: Situation): string {
  return emailOf(situation.name, SITUATIONS.indexOf(situation) + 1)
}

function* situationDebts(situation: Situation, number: number, today: LocalDate): Generator<DemoDebt> {
  const debtor: DebtorInput = {
    cpf: situation.cpf,
    name: situation.name,
    birthDate: addMonths(today, -12 * (30 + number)),
    email: emailOf(situation.name, number),
    phone: phoneOf('11', number),
    state: 'SP',
    city: 'São Paulo',
  }
  for (const [index, { creditor, dueOn, principalCents }] of situation.debts.entries()) {
    yield { creditor, line: lineOf(DEMO_CREDITORS[creditor], { debtor, number, debt: index + 1, dueOn: dueOn(today), principalCents, kind: 0, today }) }
  }
}

function* personDebts(number: number, today: LocalDate): Generator<DemoDebt> {
  const random = seededRandom(SEED + number)
  const debtor = inventPerson(number, random, today)
  for (const slug of pickCreditors(random, 1 + weighted(random, CREDITORS_A_PERSON))) {
    const { trade } = DEMO_CREDITORS[slug]
    const kind = random.whole(0, trade.products.length - 1)
    const debts = 1 + weighted(random, DEBTS_A_CREDITOR)
    const latest = addDays(today, -overdueDays(random))
    for (let debt = 1; debt <= debts; debt += 1) {
      const dueOn = addMonths(latest, 1 - debt)
      const principalCents = Math.max(LEAST_CENTS, Math.round(longTailed(random, trade.meanReais, trade.spread) * 100))
      yield { creditor: slug, line: lineOf(DEMO_CREDITORS[slug], { debtor, number, debt, dueOn, principalCents, kind, today }) }
    }
  }
}

interface Draft {
  debtor: DebtorInput
  number: number
  debt: number
  dueOn: LocalDate
  principalCents: number
  /** Which of the trade's products. */
  kind: number
  today: LocalDate
}

function lineOf({ slug, trade }: DemoCreditor, { debtor, number, debt, dueOn, principalCents, kind, today }: Draft): DebtLine {
  const { product, describe, tag } = trade.products[kind]!
  const overdue = daysBetween(dueOn, today)
  return {
    externalId: debtIdOf(slug, number, debt),
    debtor,
    product,
    contractNumber: `${tag.toUpperCase()}-${String(number).padStart(7, '0')}`,
    description: describe(dueOn),
    principalCents,
    dueOn,
    // Fine and interest at the most that the law leaves: CDC 52 §1, 2 %; 1 % a month (CC 406 of old, STJ Súmula 379).
    charges: { lateFeeBps: 200, defaultInterestMonthlyBps: 100, interestMethod: 'simple', ...priceOf(product, number, dueOn) },
    segment: overdue <= 180 ? 'recente' : overdue <= 730 ? 'intermediaria' : 'antiga',
    riskBand: overdue <= 180 ? 'low' : overdue <= 730 ? 'medium' : 'high',
    tags: ['demo', tag],
  }
}

// One in five purchases says what the credit cost in its last month, apart from the principal.
function priceOf(product: Product, number: number, dueOn: LocalDate): Pick<DebtLine['charges'], 'contractInterest'> {
  if (product !== 'retail' || number <= SITUATIONS.length || number % 5 !== 0) return {}
  return { contractInterest: { monthlyBps: 190, from: addMonths(dueOn, -1) } }
}

// Young debts are commoner than old ones.
function overdueDays(random: Random): number {
  return YOUNGEST_DAYS + Math.floor((OLDEST_DAYS - YOUNGEST_DAYS - 93) * random.fraction() ** 1.6)
}

function pickCreditors(random: Random, count: number): CreditorSlug[] {
  const left: CreditorSlug[] = [...CREDITOR_SLUGS]
  return Array.from({ length: count }, () => {
    const at = weighted(random, left.map((slug) => DEMO_CREDITORS[slug].trade.weight))
    return left.splice(at, 1)[0]!
  })
}

/** The place of a weight, drawn as often as it weighs. */
function weighted(random: Random, weights: readonly number[]): number {
  let rest = random.fraction() * weights.reduce((sum, weight) => sum + weight, 0)
  const at = weights.findIndex((weight) => (rest -= weight) < 0)
  return at === -1 ? weights.length - 1 : at
}
