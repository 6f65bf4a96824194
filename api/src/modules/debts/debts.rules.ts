import { STANDING_STATUSES, type DebtInput, type WithdrawalInput } from '@repactua/shared/contract/debts.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { plainText } from '@repactua/shared/text/plain-text.ts'
import { addMonths, isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { checkCharges } from '../../core/legal/check-charges.ts'
import { checkContract } from '../../core/legal/check-contract.ts'
import type { LegalScope } from '../../core/legal/types.ts'
import { err, ok, type Result } from '../../core/result.ts'
import { CONTRACT_FIELDS, contractColumns } from './contract.rules.ts'
import type { DebtContent, DebtRow, NewDebt } from './debts.repository.ts'
import { checkGrowth } from './growth.rules.ts'
import { checkInterruption, interruptsAgain, plainTerm } from './interruption.rules.ts'

const FURTHEST_DUE_MONTHS = 120

/** What is wrong with a debt beyond its schema: a day that cannot be, charges above the law for its creditor, or beyond all numbers. */
export function checkDebt(input: DebtInput, { today, ...law }: Pick<LegalScope, 'regime' | 'legalRate'> & { today: LocalDate }): FieldError[] {
  const { dueOn, charges, product } = input
  const scope = { ...law, product, on: today }
  const breaches = [...checkCharges(charges, scope), ...checkContract(charges, scope)]
  const findings = [...checkDueDate(dueOn, today), ...checkInterestFrom(input), ...checkInterruption(input, today), ...breaches.map(({ pointer, code, message }) => ({ pointer: `/charges${pointer}`, code, message }))]
  // Days and rates that cannot be have no growth to speak of.
  return findings.length > 0 ? findings : checkGrowth(input, today)
}

/** A debt in its plain form: texts without idle blanks, tags in order, with the day on which the claim to it ends. */
export function plainDebt(input: Omit<DebtInput, 'debtor'>): Omit<DebtContent, 'fingerprint'> {
  const { product, dueOn, charges } = input
  return {
    product,
    contractNumber: lineOrNull(input.contractNumber),
    description: lineOrNull(input.description),
    originalCreditor: lineOrNull(input.originalCreditor),
    principalCents: BigInt(input.principalCents),
    dueOn,
    lateFeeBps: charges.lateFeeBps,
    defaultInterestMonthlyBps: charges.defaultInterestMonthlyBps,
    interestMethod: charges.interestMethod ?? 'simple',
    dayCount: charges.dayCount ?? 'month_30',
    correctionIndex: charges.correctionIndex ?? null,
    ...contractColumns(charges),
    segment: input.segment ?? null,
    riskBand: input.riskBand ?? null,
    tags: [...(input.tags ?? [])].sort(),
    ...plainTerm(input),
  }
}

/** What a debt comes to hangs on these. They rest once it is in an agreement, settled or withdrawn. */
const MONEY_FIELDS = ['product', 'principalCents', 'dueOn', 'lateFeeBps', 'defaultInterestMonthlyBps', 'interestMethod', 'dayCount', 'correctionIndex', ...CONTRACT_FIELDS] as const

/** Whether what came changes the debt that is there. Refuses another person's CPF, and other money for a debt that is not open. */
export function decideChange(debt: DebtRow, sent: NewDebt): Result<'unchanged' | 'changed', ErrorCode> {
  if (!debt.cpfIndex.equals(sent.cpfIndex)) return err('debtor_mismatch')
  if (debt.fingerprint.equals(sent.fingerprint)) return ok('unchanged')
  if (interruptsAgain(debt, sent)) return err('prescription_interrupted')
  if (isStanding(debt) || (isSameMoney(debt, sent) && !interruptsNow(debt, sent))) return ok('changed')
  return err(notOpen(debt))
}

function isSameMoney(debt: DebtRow, sent: NewDebt): boolean {
  return MONEY_FIELDS.every((field) => String(debt[field]) === String(sent[field]))
}

// While an agreement lasts its signature is what counts; afterwards there is no term to interrupt.
function interruptsNow(debt: DebtRow, sent: NewDebt): boolean {
  return !debt.interruptedOn && sent.interruptedOn != null
}

/** Whether to withdraw a debt now. The same withdrawal again is no refusal. */
export function decideWithdrawal(debt: DebtRow, { reason, note = null }: { reason: WithdrawalInput['reason']; note?: string | null }): Result<'withdraw' | 'withdrawn_before', ErrorCode> {
  if (isStanding(debt)) return ok('withdraw')
  const isSame = debt.status === 'withdrawn' && debt.withdrawalReason === reason && debt.withdrawalNote === note
  return isSame ? ok('withdrawn_before') : err(notOpen(debt))
}

/** Whether a debt is owed and in no agreement, also where it is paused. */
export function isStanding({ status }: Pick<DebtRow, 'status'>): boolean {
  return STANDING_STATUSES.some((one) => one === status)
}

/** The fields in which two versions of a debt differ, for the record of the change. */
export function changedFields(debt: DebtRow, sent: NewDebt): string[] {
  const fields = [...MONEY_FIELDS, 'contractNumber', 'description', 'originalCreditor', 'segment', 'riskBand', 'tags', 'interruptedOn'] as const
  return fields.filter((field) => String(debt[field]) !== String(sent[field]))
}

/** A text in one line; null where nothing is left of it. */
export function lineOrNull(text: string | undefined): string | null {
  return plainText(text ?? '') || null
}

function checkDueDate(dueOn: LocalDate, today: LocalDate): FieldError[] {
  if (!isLocalDate(dueOn)) return [{ pointer: '/dueOn', code: 'wrong_format', message: 'Deve ser um dia que existe, de 1900 em diante.' }]
  if (dueOn <= addMonths(today, FURTHEST_DUE_MONTHS)) return []
  return [{ pointer: '/dueOn', code: 'date_in_future', message: 'O vencimento pode ser no máximo daqui a dez anos.' }]
}

function checkInterestFrom({ dueOn, charges: { contractInterest } }: DebtInput): FieldError[] {
  if (!contractInterest) return []
  const pointer = '/charges/contractInterest/from'
  if (!isLocalDate(contractInterest.from)) return [{ pointer, code: 'wrong_format', message: 'Deve ser um dia que existe, de 1900 em diante.' }]
  return contractInterest.from < dueOn ? [] : [{ pointer, code: 'too_late', message: 'Os juros do contrato começam antes do vencimento.' }]
}

function notOpen({ status }: DebtRow): ErrorCode {
  return status === 'in_agreement' ? 'debt_in_agreement' : 'debt_not_open'
}
