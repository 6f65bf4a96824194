import { at, isObject } from '../doors/fields.ts'
import type { Violation } from '../doors/problems.ts'
import { AMOUNT, centsOf } from '../money.ts'

/** How many kinds each part has in the file's tables of domains. */
const KINDS = { multa: 2, juros: 8, abatimento: 2 }

/** An original above zero; fine, interest and rebate of a kind that exists; a rebate below the original and below 100 %. */
export function amountViolations(value: unknown): Violation[] {
  const original = at(value, 'original')
  const propriedade = 'cobv.valor.original'
  if (!isAmount(original)) return [{ razao: 'O campo cobv.valor.original não respeita o schema.', propriedade }]
  if (centsOf(original) === 0n) return [{ razao: 'O campo cobv.valor.original apresenta o valor zero.', propriedade, valor: original }]
  return Object.entries(KINDS).flatMap(([part, kinds]) => partViolations(part, at(value, part), { kinds, original }))
}

/** True where a discount or rebate would leave nothing: as much as the original, or 100 %. */
export function leavesNothing(isAmountOfMoney: boolean, valorPerc: string, original: string): boolean {
  return isAmountOfMoney ? centsOf(valorPerc) >= centsOf(original) : centsOf(valorPerc) >= 10_000n
}

export function isAmount(json: unknown): json is string {
  return typeof json === 'string' && AMOUNT.test(json)
}

function partViolations(part: string, json: unknown, { kinds, original }: { kinds: number; original: string }): Violation[] {
  const propriedade = `cobv.valor.${part}`
  if (json === undefined) return []
  const [kind, valorPerc] = [at(json, 'modalidade'), at(json, 'valorPerc')]
  if (!isObject(json) || !isKind(kind, kinds) || !isAmount(valorPerc)) return [{ razao: `O objeto ${propriedade} não respeita o schema.`, propriedade }]
  if (part !== 'abatimento' || !leavesNothing(kind === 1, valorPerc, original)) return []
  return [{ razao: `O objeto ${propriedade} representa um valor maior ou igual ao valor da cobrança original ou maior ou igual a 100%.`, propriedade, valor: valorPerc }]
}

/** A whole number from 1 to `kinds`; the file's examples write some in quotes, its schema does not. */
export function isKind(json: unknown, kinds: number): json is number {
  return Number.isInteger(json) && Number(json) >= 1 && Number(json) <= kinds
}
