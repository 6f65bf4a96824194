import { isLocalDate } from '@repactua/shared/time/local-date.ts'
import { at, isObject } from '../doors/fields.ts'
import type { Violation } from '../doors/problems.ts'
import { isAmount, isKind, leavesNothing } from './amount-violations.ts'

const KINDS = 6
const MOST_DATES = 3
const propriedade = 'cobv.valor.desconto'

/** A discount by one to three dates (kinds 1, 2) or by days ahead (3 to 6), each below the original and none after the due date. */
export function discountViolations(value: unknown, dueOn: unknown): Violation[] {
  const discount = at(value, 'desconto')
  if (discount === undefined) return []
  const kind = at(discount, 'modalidade')
  if (!isObject(discount) || !isKind(kind, KINDS)) return [because('não respeita o schema')]
  const original = at(value, 'original')
  const found = kind <= 2 ? byDates(discount, kind, dueOn, original) : byDays(discount, kind, original)
  return found.map(because)
}

function byDates(discount: Record<string, unknown>, kind: number, dueOn: unknown, original: unknown): string[] {
  const dates = discount['descontoDataFixa']
  if (discount['valorPerc'] !== undefined) return ['apresenta modalidade no valor 1 ou 2, porém cobv.valor.desconto.valorPerc encontra-se preenchido']
  if (!Array.isArray(dates) || dates.length === 0) return ['apresenta modalidade no valor 1 ou 2, porém o array cobv.valor.desconto.descontoDataFixa está vazio ou nulo']
  if (dates.length > MOST_DATES || !dates.every(isStep)) return ['não respeita o schema']
  return [
    ...(dates.some(({ data }) => typeof dueOn === 'string' && data > dueOn) ? ['apresenta algum elemento cuja data seja posterior à data de vencimento representada por calendario.dataDeVencimento'] : []),
    ...(dates.some(({ valorPerc }) => isAmount(original) && leavesNothing(kind === 1, valorPerc, original)) ? [TOO_MUCH] : []),
  ]
}

function byDays({ valorPerc, descontoDataFixa }: Record<string, unknown>, kind: number, original: unknown): string[] {
  if (descontoDataFixa !== undefined && descontoDataFixa !== null) return ['apresenta modalidade nos valores de 3 a 6, porém o elemento cobv.valor.desconto.descontoDataFixa está preenchido ou não nulo']
  if (!isAmount(valorPerc)) return ['apresenta modalidade nos valores de 3 a 6, porém o elemento cobv.valor.desconto.valorPerc não está preenchido']
  return isAmount(original) && leavesNothing(kind <= 4, valorPerc, original) ? [TOO_MUCH] : []
}

const TOO_MUCH = 'apresenta algum elemento de desconto que representa um valor maior ou igual ao valor da cobrança original ou maior ou igual a 100%'

function isStep(step: unknown): step is { data: string; valorPerc: string } {
  const data = at(step, 'data')
  return typeof data === 'string' && isLocalDate(data) && isAmount(at(step, 'valorPerc'))
}

function because(what: string): Violation {
  return { razao: `O objeto cobv.valor.desconto ${what}.`, propriedade }
}
