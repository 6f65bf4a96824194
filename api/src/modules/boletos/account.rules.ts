import type { BoletoAccountInput } from '@repactua/shared/contract/boletos.ts'
import type { ErrorCode } from '@repactua/shared/errors/error-codes.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { bankOf } from '../../core/boleto/banks.ts'
import type { CollectionAccount } from '../../core/boleto/types.ts'
import { err, ok, type Result } from '../../core/result.ts'

interface Range {
  firstNumber: number
  lastNumber: number
}

/** The account of an input; what is left out is null. */
export function accountOf({ agency, agencyDigit, account, accountDigit, wallet, walletVariation, convenio }: BoletoAccountInput): CollectionAccount {
  return { agency, agencyDigit: agencyDigit ?? null, account, accountDigit, wallet, walletVariation: walletVariation ?? null, convenio: convenio ?? null }
}

/** What the bank would not take of an account and its numbers, with pointers into the input. */
export function wrongFieldsOf(input: BoletoAccountInput): FieldError[] {
  const bank = bankOf(input.bank)
  const wrong = bank.wrongFields(accountOf(input)).map((field) => ({ pointer: `/${field}`, code: 'wrong_format', message: `Não é o que o ${bank.name} espera neste campo.` }))
  const isTooLong = String(input.lastNumber).length > bank.numberDigits
  if (isTooLong || input.firstNumber > input.lastNumber) wrong.push({ pointer: '/lastNumber', code: 'wrong_format', message: `O último número tem até ${bank.numberDigits} dígitos e não vem antes do primeiro.` })
  return wrong
}

/** The range after a change: one that begins elsewhere begins after all numbers that were handed out, and none is cut off. */
export function rangeAfter(standing: Range & { nextNumber: number }, wanted: Range): Result<Range & { nextNumber: number }, ErrorCode> {
  const isSame = wanted.firstNumber === standing.firstNumber
  const nextNumber = isSame ? standing.nextNumber : wanted.firstNumber
  const isTaken = isSame ? wanted.lastNumber < nextNumber - 1 : wanted.firstNumber < standing.nextNumber
  return isTaken ? err('boleto_numbers_taken') : ok({ firstNumber: wanted.firstNumber, lastNumber: wanted.lastNumber, nextNumber })
}
