import type { TableCode } from '@repactua/shared/contract/indices.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { formatPercent, parsePercent } from '../../core/interest/percent.ts'
import { err, ok, type Result } from '../../core/result.ts'

const FACTOR_DECIMALS = 8

/** Reads what a table holds, in millionths of a per cent: a percentage, or a factor of Selic. Refuses too many digits and all that is none. */
export function readRate(code: TableCode, text: string, pointer: string): Result<bigint, FieldError> {
  const rate = code === 'selic_factor' ? readFactor(text) : parsePercent(text)
  if (rate !== null) return ok(rate)
  const message = code === 'selic_factor' ? 'Informe o fator do mês, de 1 em diante, com até oito casas decimais e ponto: 1.00907122.' : 'Informe por cento, com até seis casas decimais e ponto: 0.676227.'
  return err({ pointer, code: 'wrong_format', message })
}

/** The same rate as it was published. */
export function showRate(code: TableCode, rate: bigint): string {
  return code === 'selic_factor' ? `1.${String(rate).padStart(FACTOR_DECIMALS, '0')}` : formatPercent(rate)
}

// What the factor is above one, in hundred-millionths.
function readFactor(text: string): bigint | null {
  const [, decimals] = /^1(?:\.(\d{1,8}))?$/.exec(text) ?? []
  return /^1(\.\d{1,8})?$/.test(text) ? BigInt((decimals ?? '').padEnd(FACTOR_DECIMALS, '0')) : null
}
