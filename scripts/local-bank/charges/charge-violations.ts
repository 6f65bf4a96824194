import { isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { at, isObject, isText } from '../doors/fields.ts'
import type { Violation } from '../doors/problems.ts'
import { amountViolations } from './amount-violations.ts'
import { debtorViolations } from './debtor-violations.ts'
import { discountViolations } from './discount-violations.ts'

export interface ChargeContext {
  /** The day on which the charge was made, or is. */
  createdOn: LocalDate
  /** The DICT keys of the account. */
  keys: readonly string[]
  /** The charge's own location, if it has one. */
  locationId?: number
  /** True for a location that another charge has. */
  isTaken: (locationId: number) => boolean
}

const LONGEST_KEY = 77
const MOST_NOTES = 50

/** Everything in a charge that breaks the official file's rules (section CobVOperacaoInvalida), in its words. */
export function chargeViolations(body: unknown, context: ChargeContext): Violation[] {
  return [
    ...calendarViolations(at(body, 'calendario'), context.createdOn),
    ...debtorViolations(at(body, 'devedor')),
    ...amountViolations(at(body, 'valor')),
    ...discountViolations(at(body, 'valor'), at(body, 'calendario', 'dataDeVencimento')),
    ...keyViolations(at(body, 'chave'), context.keys),
    ...textViolations(body),
    ...locationViolations(at(body, 'loc'), context),
  ]
}

function calendarViolations(calendar: unknown, createdOn: LocalDate): Violation[] {
  const dueOn = at(calendar, 'dataDeVencimento')
  const validity = at(calendar, 'validadeAposVencimento') ?? 0
  const propriedade = 'cobv.calendario.dataDeVencimento'
  const violations: Violation[] = []
  if (typeof dueOn !== 'string' || !isLocalDate(dueOn)) violations.push({ razao: 'O campo cobv.calendario.dataDeVencimento não respeita o schema.', propriedade })
  else if (dueOn < createdOn) violations.push({ razao: 'O campo cobv.calendario.dataDeVencimento é anterior à data de criação da cobrança.', propriedade, valor: dueOn })
  if (!Number.isInteger(validity)) violations.push({ razao: 'O campo cobv.calendario.validadeAposVencimento não respeita o schema.', propriedade: 'cobv.calendario.validadeAposVencimento' })
  else if (Number(validity) < 0) violations.push({ razao: 'O campo cobv.calendario.validadeAposVencimento é menor do que zero.', propriedade: 'cobv.calendario.validadeAposVencimento', valor: String(validity) })
  return violations
}

function keyViolations(key: unknown, keys: readonly string[]): Violation[] {
  const propriedade = 'cobv.chave'
  if (!isText(key, LONGEST_KEY)) return [{ razao: 'O campo cobv.chave não respeita o schema.', propriedade }]
  return keys.includes(key) ? [] : [{ razao: 'O campo cobv.chave corresponde a uma conta que não pertence a este usuário recebedor.', propriedade, valor: key }]
}

function textViolations(body: unknown): Violation[] {
  const [request, notes] = [at(body, 'solicitacaoPagador'), at(body, 'infoAdicionais')]
  const fits = notes === undefined || (Array.isArray(notes) && notes.length <= MOST_NOTES && notes.every((note) => isText(at(note, 'nome'), 50) && isText(at(note, 'valor'), 200)))
  return [
    ...(request === undefined || (typeof request === 'string' && request.length <= 140) ? [] : [{ razao: 'O campo solicitacaoPagador não respeita o schema.', propriedade: 'cobv.solicitacaoPagador' }]),
    ...(fits ? [] : [{ razao: 'O objeto infoAdicionais não respeita o schema.', propriedade: 'cobv.infoAdicionais' }]),
  ]
}

// This bank makes a location for each charge and none ahead: what can be named is a charge's own.
function locationViolations(loc: unknown, { locationId, isTaken }: ChargeContext): Violation[] {
  const id = at(loc, 'id')
  const propriedade = 'cobv.loc.id'
  if (loc === undefined || (isObject(loc) && id !== undefined && id === locationId)) return []
  if (typeof id === 'number' && isTaken(id)) return [{ razao: 'O location referenciado por cobv.loc.id já está sendo utilizado por outra cobrança.', propriedade, valor: String(id) }]
  return [{ razao: 'O location referenciado por cobv.loc.id inexiste.', propriedade, valor: String(id) }]
}
