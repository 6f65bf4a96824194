import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { MonthBudget } from './affordability/types.ts'
import { weighOptions } from './affordability/weigh-options.ts'
import { dueDates, type DueDatePlan } from './calendar/due-dates.ts'
import { amortize, type Repayment } from './installments/amortize.ts'
import { balanceOf } from './interest/balance.fixture.ts'
import { effectiveMonthlyRate } from './interest/plans/effective-rate.ts'
import { ZERO } from './interest/ledger.ts'
import { legalRate } from './interest/indices/legal-rate.ts'
import { parsePercent } from './interest/percent.ts'
import { cetYearly, yearsAfter } from './interest/plans/cet.ts'
import { priceInstallment } from './interest/plans/price.ts'
import { prescribesOn } from './legal/prescription.ts'
import { splitEqually } from './money/allot.ts'
import { discountBalance } from './offers/price/discount-balance.ts'
import { payEarly } from './offers/price/pay-early.ts'
import { planWish } from './proposals/plan-wish.ts'
import { inCents, presentValue } from './proposals/present-value.ts'
import { lateCharge } from './repairs/late-charge.ts'
import { openCents } from './repairs/open-installments.ts'
import { planOf, type PlanInput } from './repairs/repairs.fixture.ts'
import { quoteMoveDueDate } from './repairs/quote-move-due-date.ts'
import { quotePayOff } from './repairs/quote-pay-off.ts'
import { quoteReage } from './repairs/quote-reage.ts'
import type { Plan, RepairQuote } from './repairs/types.ts'
import type { Result } from './result.ts'
import { expectByMonth } from './simulation/expect-cash.ts'
import type { Acceptance } from './simulation/types.ts'

type Example =
  | { example: 'balance'; debt: Parameters<typeof balanceOf>[0]; asOf: string; project?: boolean; gives: Record<string, bigint> }
  | { example: 'legal_rate'; selic: bigint; ipca15: bigint; gives: bigint }
  | { example: 'discount'; open: Parameters<typeof discountBalance>[0]; discount: Parameters<typeof discountBalance>[1]; gives: bigint }
  | { example: 'price'; principalCents: bigint; monthlyRateBps: number; count: number; gives: bigint }
  | ({ example: 'amortize'; cents: bigint; count: number; gives: bigint[] } & Repayment)
  | { example: 'early'; amountCents: bigint; dueOn: string; discountBps: number; daysBefore: number; gives: bigint[] }
  | { example: 'monthly_rate'; cetYearly: string; gives: string }
  | { example: 'split'; cents: bigint; parts: number; gives: bigint[] }
  | { example: 'cet'; financedCents: bigint; financedOn: string; cents: bigint; dueOn: string[]; gives: string }
  | { example: 'present_value'; today: string; monthlyRateBps: number; cents: bigint; dueOn: string[]; gives: bigint }
  | { example: 'wish'; totalCents: bigint; monthlyCents: bigint; downPaymentCents: bigint; mostCount: number; gives: bigint[] }
  | ({ example: 'cash_in'; due: Parameters<typeof expectByMonth>[0]; gives: bigint[] } & Omit<Acceptance, 'planTaken'>)
  | { example: 'term'; product: 'retail'; due: string; interruptedOn: string; gives: string[] }
  | ({ example: 'month'; paymentsCents: bigint[]; gives: bigint[][] } & MonthBudget)
  | ({ example: 'moved'; number: number; to: string; gives: bigint[] } & PlanInput)
  | ({ example: 'reage'; gives: bigint[] } & PlanInput)
  | ({ example: 'late'; number: number; gives: bigint[] } & PlanInput)
  | ({ example: 'pay_off'; gives: bigint[] } & PlanInput)
  | ({ example: 'dates'; gives: string[] } & DueDatePlan)

const MONEY_HOLDERS = new Set(['gives', 'open'])
const RATE = /^\d+\.\d{6}$/
const MONEY = /[cC]ents$/

type Recompute = { [Kind in Example['example']]: (given: Extract<Example, { example: Kind }>) => unknown }

const RECOMPUTE: Recompute = {
  balance: (given) => sumsByKind(balanceOf(given.debt, given.asOf, { projectIndices: given.project ?? false })),
  legal_rate: (given) => legalRate(given.selic, given.ipca15),
  discount: (given) => discountBalance({ ...ZERO, ...given.open }, given.discount).financedCents,
  price: (given) => priceInstallment(given.principalCents, given.monthlyRateBps, given.count),
  amortize: (given) => amortize(given.cents, given.count, given),
  early: (given) => payEarly([{ number: 1, ...given }], given, { totalCents: given.amountCents, today: '2026-11-21' })?.installments.map(({ amountCents }) => amountCents),
  monthly_rate: (given) => effectiveMonthlyRate(given.cetYearly),
  split: (given) => splitEqually(given.cents, given.parts),
  cet: ({ financedCents, financedOn, cents, dueOn }) => cetYearly({ financedCents, paidCents: cents * BigInt(dueOn.length), amounts: dueOn.map(() => cents), years: yearsAfter(financedOn, dueOn) }),
  present_value: (given) => inCents(presentValue(given.dueOn.map((dueOn) => ({ dueOn, amountCents: given.cents })), given)),
  wish: (given) => planWish(given.totalCents, given, given.mostCount),
  cash_in: (given) => expectByMonth(given.due, given).map(({ expectedCents }) => expectedCents),
  term: ({ product, due, interruptedOn: on }) => [prescribesOn(product, due).on, prescribesOn(product, due, { on, by: 'judicial_order' }).on],
  month: (given) => given.paymentsCents.map((cents) => leftOf(cents, given)),
  moved: (given) => linesOf(quoteMoveDueDate(planOf(given), { number: given.number, dueOn: given.to }, { mostDays: 30 })),
  reage: (given) => linesOf(quoteReage(planOf(given), { how: 'end' })),
  late: (given) => askedFor(planOf(given), given.number),
  pay_off: (given) => paidBy(quotePayOff(planOf(given))),
  dates: (given) => dueDates(given),
}

const readme = readFileSync(new URL('README.md', import.meta.url), 'utf8')
const examples = [...readme.matchAll(/```json\n([\s\S]*?)```/g)].map(([, block]) => withMoney(JSON.parse(block ?? '')) as Example)

test('the README has one example of each kind at least', () => {
  expect(new Set(examples.map(({ example }) => example)).size).toBe(Object.keys(RECOMPUTE).length)
})

test.each(examples)('the figures of the README: $example', (example) => {
  expect(recompute(example)).toEqual(example.gives)
})

function recompute<Kind extends Example['example']>(given: Extract<Example, { example: Kind }>): unknown {
  return RECOMPUTE[given.example as Kind](given)
}

// What a repair costs, line by line, and what is open after it.
function linesOf(quote: Result<RepairQuote, unknown>): bigint[] {
  return quote.ok ? [...quote.value.lines.map(({ cents }) => cents), quote.value.openAfterCents] : []
}

// Fine, interest, and what the installment comes to with them.
function askedFor(plan: Plan, number: number): bigint[] {
  const installment = plan.installments.find((one) => one.number === number)!
  const lines = lateCharge(plan, installment).map(({ cents }) => cents)
  return [...lines, lines.reduce((sum, cents) => sum + cents, openCents(installment))]
}

// What is paid of each open installment, and in all.
function paidBy(quote: Result<RepairQuote, unknown>): bigint[] {
  if (!quote.ok) return []
  const { before, after, payNow } = quote.value
  const paid = after.map(({ paidCents }, i) => paidCents - before[i]!.paidCents).filter((cents) => cents > 0n)
  return [...paid, payNow!.amountCents]
}

function leftOf(amountCents: bigint, budget: MonthBudget): bigint[] {
  const { outlooks } = weighOptions([{ id: 'plan', installments: [{ dueOn: '2026-12-10', amountCents }] }], budget, '2026-11-21')
  return outlooks.flatMap(({ leftCents, spareCents, missingCents }) => [leftCents, spareCents, missingCents])
}

function sumsByKind({ components, totalCents }: ReturnType<typeof balanceOf>): Record<string, bigint> {
  const sums: Record<string, bigint> = {}
  for (const { kind, cents } of components) sums[kind] = (sums[kind] ?? 0n) + cents
  return { ...sums, total: totalCents }
}

// JSON knows no bigint: what is money becomes one, and so does each rate of an index.
function withMoney(value: unknown, isMoney = false): unknown {
  if (typeof value === 'string' && RATE.test(value)) return parsePercent(value)
  if (typeof value === 'number') return isMoney ? BigInt(value) : value
  if (Array.isArray(value)) return value.map((item) => withMoney(item, isMoney))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, inner]) => [key, withMoney(inner, isMoney || MONEY.test(key) || MONEY_HOLDERS.has(key))] as const)
  return Object.fromEntries(entries)
}
