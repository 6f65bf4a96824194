import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { invariant } from '../invariant.ts'

export type LegalUnit = 'bps' | 'days' | 'years' | 'cents' | 'calls' | null

/** One rule of law with its number, as it stands from `validFrom` to `validTo` (both included; null: still in force). */
export interface LegalRule {
  id: LegalRuleId
  source: string
  number: number | null
  unit: LegalUnit
  validFrom: LocalDate
  validTo: LocalDate | null
  /** What a lawyer should know of the number. */
  note?: string
}

export type LegalRuleId =
  | 'late-fine' | 'legal-interest' | 'legal-interest-one-per-cent' | 'legal-interest-selic' | 'contract-interest-late' | 'collection-fees' | 'special-law' | 'correction' | 'selic-alone' | 'compounding' | 'financial-closed-list' | 'default-start' | 'default-interest-bank' | 'usury' | 'card-cap' | 'imputation' | 'non-business-due'
  | 'early-payment' | 'novation'
  | 'offer-validity' | 'cet' | 'prescription-liquid' | 'prescription-professional' | 'prescription-utility' | 'prescription-general'
  | 'prescription-lodging' | 'prescription-rent' | 'prescription-cheque' | 'prescription-note' | 'delisting' | 'dispute-answer' | 'automated-decision' | 'withdrawal' | 'subsistence-minimum' | 'court-plan' | 'court-plan-first' | 'quiet-hours' | 'calls-a-day' | 'pause-after-paid' | 'contact-pause' | 'protest' | 'annual-discharge'
  | 'listing-age' | 'listing-notice' | 'telecom-suspension' | 'telecom-restore' | 'energy-suspension' | 'energy-window' | 'energy-restore' | 'water-suspension' | 'cut-days' | 'restore-after-deal' | 'school-penalties'

// A change of law closes a row with `validTo` and opens the next one; no row is ever edited in its numbers.
export const LEGAL_RULES: readonly LegalRule[] = [
  { id: 'late-fine', source: 'CDC, art. 52, §1º', number: 200, unit: 'bps', validFrom: '1996-08-02', validTo: null, note: 'Lei 9.298/1996; of the late installment' },
  { id: 'default-start', source: 'Código Civil, art. 397', number: null, unit: null, validFrom: '2003-01-11', validTo: null },
  { id: 'default-interest-bank', source: 'STJ, Súmula 379', number: 100, unit: 'bps', validFrom: '2009-05-05', validTo: null, note: 'a month; contracts under a special law lie outside' },
  { id: 'usury', source: 'Decreto 22.626/1933 e Lei 14.905/2024', number: 135, unit: 'bps', validFrom: '2024-08-30', validTo: null, note: 'a month; twice the legal rate of September 2024, 0.676227 % (BCB 29541), cut to whole basis points; the last one known here' },
  { id: 'legal-interest', source: 'Código Civil, art. 406, e Resolução CMN 5.171/2024', number: null, unit: null, validFrom: '2024-08-30', validTo: null, note: 'monthly table, imported; before it practice and courts differ, and no day bears any here' },
  { id: 'legal-interest-one-per-cent', source: 'Código Civil, art. 406 (redação original), e CTN, art. 161, §1º', number: 100, unit: 'bps', validFrom: '2003-01-11', validTo: '2024-08-29', note: 'a month, simple; one reading of the old article, where the creditor’s lawyer picks it' },
  { id: 'legal-interest-selic', source: 'Código Civil, art. 406 (redação original), e STJ, REsp 1.795.982', number: null, unit: null, validFrom: '2003-01-11', validTo: '2024-08-29', note: 'months of Selic added up; the other reading; bears correction too, so never beside it' },
  { id: 'contract-interest-late', source: 'Resolução CMN 4.882/2020, arts. 2º, I, e 3º', number: null, unit: null, validFrom: '2021-02-01', validTo: null, note: 'financial creditors alone, at the rate before the due date, a day at a time' },
  { id: 'collection-fees', source: 'CDC, art. 51, XII', number: 1_000, unit: 'bps', validFrom: '1991-03-11', validTo: null, note: 'a clause that holds for both sides, and work that was done; no law sets a number out of court: the least share of CPC, art. 85, §2º stands here until a lawyer says otherwise' },
  { id: 'special-law', source: 'STJ, Súmula 379', number: null, unit: null, validFrom: '2009-05-05', validTo: null, note: 'bank contracts under a special law lie outside its limit; each debt names its own law' },
  { id: 'correction', source: 'Código Civil, art. 389', number: null, unit: null, validFrom: '2003-01-11', validTo: null, note: 'the index is the contract’s' },
  { id: 'selic-alone', source: 'Código Civil, arts. 389 e 406', number: null, unit: null, validFrom: '2003-01-11', validTo: null, note: 'Selic bears interest and correction in one: never beside other interest' },
  { id: 'compounding', source: 'STJ, Súmulas 539 e 541', number: null, unit: null, validFrom: '2000-03-31', validTo: null, note: 'financial institutions, expressly agreed' },
  { id: 'financial-closed-list', source: 'Resolução CMN 4.882/2020', number: null, unit: null, validFrom: '2020-12-23', validTo: null, note: 'day of the resolution; contract interest, fine and default interest, nothing else' },
  { id: 'card-cap', source: 'Lei 14.690/2023, art. 28', number: 10_000, unit: 'bps', validFrom: '2024-01-03', validTo: null, note: 'interest and charges, of the original debt' },
  { id: 'imputation', source: 'Código Civil, art. 354', number: null, unit: null, validFrom: '2003-01-11', validTo: null },
  { id: 'non-business-due', source: 'Lei 7.089/1983 e Código Civil, art. 132, §1º', number: null, unit: null, validFrom: '1983-03-24', validTo: null },
  { id: 'early-payment', source: 'CDC, art. 52, §2º, e Resoluções CMN 3.516/2007 e 5.004/2022', number: null, unit: null, validFrom: '1991-03-11', validTo: null, note: 'proportional cut; banks: present value at the contract’s rate, no fee' },
  { id: 'novation', source: 'Código Civil, art. 361', number: null, unit: null, validFrom: '2003-01-11', validTo: null, note: 'without a clear intent a change only confirms the first obligation' },
  { id: 'offer-validity', source: 'CDC, art. 54-B, III', number: 2, unit: 'days', validFrom: '2021-07-02', validTo: null, note: 'Lei 14.181/2021' },
  { id: 'cet', source: 'CDC, art. 54-B, I, e Resolução CMN 4.881/2020', number: null, unit: null, validFrom: '2021-07-02', validTo: null },
  { id: 'prescription-liquid', source: 'Código Civil, art. 206, §5º, I', number: 5, unit: 'years', validFrom: '2003-01-11', validTo: null },
  { id: 'prescription-professional', source: 'Código Civil, art. 206, §5º, II', number: 5, unit: 'years', validFrom: '2003-01-11', validTo: null },
  { id: 'prescription-utility', source: 'Código Civil, arts. 205 e 206, §5º, I', number: 5, unit: 'years', validFrom: '2003-01-11', validTo: null, note: 'telecom, water, energy: not settled; five years until a lawyer says otherwise' },
  { id: 'prescription-lodging', source: 'Código Civil, art. 206, §1º, I', number: 1, unit: 'years', validFrom: '2003-01-11', validTo: null },
  { id: 'prescription-rent', source: 'Código Civil, art. 206, §3º, I', number: 3, unit: 'years', validFrom: '2003-01-11', validTo: null },
  { id: 'prescription-cheque', source: 'Código Civil, art. 206, §5º, I, e STJ, Súmula 503', number: 5, unit: 'years', validFrom: '2003-01-11', validTo: null, note: 'by monitory action, from the day of issue, which is the due date here; the shorter term of enforcement gives no longer claim' },
  { id: 'prescription-note', source: 'Código Civil, art. 206, §5º, I, e STJ, Súmula 504', number: 5, unit: 'years', validFrom: '2003-01-11', validTo: null, note: 'by monitory action, from the due date' },
  { id: 'prescription-general', source: 'Código Civil, art. 205', number: 10, unit: 'years', validFrom: '2003-01-11', validTo: null },
  { id: 'court-plan', source: 'CDC, art. 104-A e art. 104-B, §4º', number: 5, unit: 'years', validFrom: '2021-07-02', validTo: null, note: 'Lei 14.181/2021; the longest that a plan may last' },
  { id: 'court-plan-first', source: 'CDC, art. 104-B, §4º', number: 180, unit: 'days', validFrom: '2021-07-02', validTo: null, note: 'from the ratification to the first payment of a compulsory plan; equal monthly parts' },
  { id: 'delisting', source: 'STJ, Súmula 548', number: 5, unit: 'days', validFrom: '2015-10-19', validTo: null, note: 'business days from full and effective payment; the creditor’s task' },
  { id: 'listing-age', source: 'CDC, art. 43, §§ 1º e 5º, e STJ, Súmula 323', number: 5, unit: 'years', validFrom: '1991-03-11', validTo: null, note: 'from the due date; never beyond the term of the claim, whichever ends first' },
  { id: 'listing-notice', source: 'CDC, art. 43, §2º, STJ, Súmulas 359 e 404, e Tema 1.315', number: 10, unit: 'days', validFrom: '1991-03-11', validTo: null, note: 'the law gives no number: what bureaus give in practice stands here as the least; an electronic notice needs proof of its delivery' },
  { id: 'telecom-suspension', source: 'Resolução Anatel 765/2023 (RGC)', number: 15, unit: 'days', validFrom: '2025-09-01', validTo: null, note: 'from the notice to the suspension; the regulation before it (632/2014) said the same' },
  { id: 'telecom-restore', source: 'Resolução Anatel 765/2023 (RGC)', number: 1, unit: 'days', validFrom: '2025-09-01', validTo: null, note: 'from the payment to the service' },
  { id: 'energy-suspension', source: 'REN Aneel 1.000/2021, art. 360', number: 15, unit: 'days', validFrom: '2022-04-01', validTo: null, note: 'from the written notice to the suspension' },
  { id: 'energy-window', source: 'REN Aneel 1.000/2021, art. 357', number: 90, unit: 'days', validFrom: '2022-04-01', validTo: null, note: 'from the due date of the bill: no suspension for it later' },
  { id: 'energy-restore', source: 'REN Aneel 1.000/2021, art. 362', number: 1, unit: 'days', validFrom: '2022-04-01', validTo: null, note: '24 hours in towns; 48 in the country, where the same day is asked for all the same' },
  { id: 'water-suspension', source: 'Lei 11.445/2007, art. 40, §2º', number: 30, unit: 'days', validFrom: '2007-02-22', validTo: null, note: 'from the notice to the day of the suspension' },
  { id: 'cut-days', source: 'Lei 14.015/2020 (Lei 13.460/2017, art. 5º, XVI)', number: null, unit: null, validFrom: '2020-06-16', validTo: null, note: 'public services: none begins on a Friday, a Saturday, a Sunday, a holiday or the day before one; kept here for every service' },
  { id: 'restore-after-deal', source: 'CDC, art. 51, XVIII', number: 0, unit: 'days', validFrom: '2021-07-02', validTo: null, note: 'Lei 14.181/2021; signing or paying restores at once, without a waiting time' },
  { id: 'school-penalties', source: 'Lei 9.870/1999, art. 6º', number: null, unit: null, validFrom: '1999-11-24', validTo: null, note: 'no exam is suspended, no document kept, no other penalty of teaching' },
  { id: 'protest', source: 'Lei 9.492/1997, art. 26, e STJ, Tema 725', number: null, unit: null, validFrom: '1997-09-11', validTo: null, note: 'after the payment the debtor asks for the cancelling and pays its costs, unless agreed; the creditor’s letter of consent at once' },
  { id: 'annual-discharge', source: 'Lei 12.007/2009', number: null, unit: null, validFrom: '2009-07-30', validTo: null, note: 'with May’s bill, or in the month after all of the year is paid; months in dispute are left out' },
  { id: 'dispute-answer', source: 'Decreto 11.034/2022, art. 13', number: 7, unit: 'days', validFrom: '2022-10-03', validTo: null, note: 'calendar days; of the services that the federal power regulates, and kept here for every creditor' },
  { id: 'automated-decision', source: 'LGPD, art. 20 e art. 19, II', number: 15, unit: 'days', validFrom: '2020-09-18', validTo: null, note: 'calendar days; article 20 names no term for a review, here it is that of a full answer' },
  { id: 'quiet-hours', source: 'RJ, Lei 7.868/2018; CE, Lei 16.836/2019; SP, Lei 15.426/2014; e outras leis estaduais', number: null, unit: null, validFrom: '2019-01-17', validTo: null, note: 'where the states’ laws meet: Monday to Friday, 9 to 18 of the person’s own clock, no holiday' },
  { id: 'calls-a-day', source: 'leis estaduais de cobrança por telefone', number: 2, unit: 'calls', validFrom: '2019-01-17', validTo: null, note: 'the least of the states’ numbers, kept here everywhere' },
  { id: 'pause-after-paid', source: 'leis estaduais de cobrança por telefone', number: 2, unit: 'days', validFrom: '2019-01-17', validTo: null, note: 'after a person says that they have paid; kept here everywhere and for every channel' },
  { id: 'contact-pause', source: 'LGPD, art. 18, e PA, Lei 9.263/2021', number: 30, unit: 'days', validFrom: '2021-05-12', validTo: null, note: 'the pause that a person may ask for without a reason; an opt-out has no end' },
  { id: 'withdrawal', source: 'CDC, art. 49', number: 7, unit: 'days', validFrom: '1991-03-11', validTo: null, note: 'on renegotiations debated: here a grant of the policy that the term says, of so many days at least' },
  { id: 'subsistence-minimum', source: 'Decreto 11.150/2022, art. 3º', number: 30_300, unit: 'cents', validFrom: '2022-09-25', validTo: '2023-06-19', note: 'a month; a quarter of the minimum wage of July 2022' },
  { id: 'subsistence-minimum', source: 'Decreto 11.150/2022, art. 3º, e Decreto 11.567/2023', number: 60_000, unit: 'cents', validFrom: '2023-06-20', validTo: null, note: 'a month; reviewed yearly and payroll loans count (STF, ADPF 1005)' },
]

const ROWS: ReadonlyMap<string, readonly LegalRule[]> = Map.groupBy(LEGAL_RULES, ({ id }) => id)

/** The rule as it stands on a day; null where it is not in force. */
export function ruleOn(id: LegalRuleId, on: LocalDate): LegalRule | null {
  return ROWS.get(id)?.find((rule) => rule.validFrom <= on && (rule.validTo === null || on <= rule.validTo)) ?? null
}

/** Where a component's rule is written; the contract itself for what is no rule of law. */
export function sourceOf(id: string): string {
  return ROWS.get(id)?.at(-1)?.source ?? 'Contrato'
}

/** The rule's row of today's law, for what does not hang on a day. */
export function currentRule(id: LegalRuleId): LegalRule {
  const rule = ROWS.get(id)?.at(-1)
  invariant(rule, `no rule ${id}`)
  return rule
}
