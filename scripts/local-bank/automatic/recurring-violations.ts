import { addMonths, isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isAmount } from '../charges/amount-violations.ts'
import { at, isText } from '../doors/fields.ts'
import type { Violation } from '../doors/problems.ts'
import { centsOf } from '../money.ts'
import type { Recurrence } from './recurrence.ts'
import type { RecurringCharge } from './recurring-charge.ts'

export interface RecurringContext {
  createdOn: LocalDate
  rec: Recurrence
  /** The other charges of the same recurrence. */
  others: readonly RecurringCharge[]
}

const ACCOUNT_KINDS = ['CORRENTE', 'POUPANCA', 'PAGAMENTO']

/** Everything in a recurring charge that breaks the rules of section CobROperacaoInvalida. */
export function recurringViolations(body: unknown, context: RecurringContext): Violation[] {
  return RULES.filter(({ keeps }) => !keeps(body, context)).map(({ propriedade, razao }) => ({ razao, propriedade }))
}

interface Rule extends Violation {
  keeps: (body: unknown, context: RecurringContext) => boolean
}

const RULES: readonly Rule[] = [
  { propriedade: 'cobr.idRec', razao: 'A recorrência encontra-se expirada, cancelada ou rejeitada.', keeps: (_, { rec }) => rec.status === 'APROVADA' || rec.status === 'CRIADA' },
  { propriedade: 'cobr.calendario', razao: 'O objeto cobr.calendario não respeita o schema.', keeps: (body) => isLocalDate(dueOn(body)) },
  { propriedade: 'cobr.calendario.dataDeVencimento', razao: 'O campo cobr.calendario.dataDeVencimento é anterior à data de criação da cobrança.', keeps: (body, { createdOn }) => dueOn(body) >= createdOn },
  { propriedade: 'cobr.valor', razao: 'O campo cobr.valor não respeita o schema.', keeps: (body, { rec }) => amountFits(at(body, 'valor', 'original'), rec) },
  { propriedade: 'cobr.recebedor', razao: 'O objeto cobr.recebedor não respeita o schema.', keeps: (body) => isText(at(body, 'recebedor', 'conta'), 20) && ACCOUNT_KINDS.includes(String(at(body, 'recebedor', 'tipoConta'))) },
  { propriedade: 'cobr.infoAdicional', razao: 'O campo cobr.infoAdicional não respeita o schema.', keeps: (body) => at(body, 'infoAdicional') === undefined || isText(at(body, 'infoAdicional'), 140) },
  { propriedade: 'cobr.calendario.dataDeVencimento', razao: 'Existe uma CobR com status diferente de REJEITADA e CANCELADA referente ao mesmo cobr.idRec com calendario.dataDeVencimento no mesmo ciclo.', keeps: (body, context) => !isCycleTaken(dueOn(body), context) },
]

function dueOn(body: unknown): LocalDate {
  return String(at(body, 'calendario', 'dataDeVencimento'))
}

// A fixed recurrence debits its own amount; another one anything above zero.
function amountFits(amount: unknown, { body }: Recurrence): boolean {
  const fixed = body.valor?.valorRec
  return isAmount(amount) && centsOf(amount) > 0n && (fixed === undefined || fixed === amount)
}

const MONTHS: Record<string, number> = { MENSAL: 1, TRIMESTRAL: 3, SEMESTRAL: 6, ANUAL: 12 }
const WEEK_MS = 7 * 86_400_000

function isCycleTaken(dueOn: LocalDate, { rec, others }: RecurringContext): boolean {
  const cycle = cycleOf(dueOn, rec)
  return others.some(({ status, body }) => status !== 'REJEITADA' && status !== 'CANCELADA' && cycleOf(body.calendario.dataDeVencimento, rec) === cycle)
}

/** Which period of the recurrence a day lies in, counted from its first day. */
function cycleOf(day: LocalDate, { body }: Recurrence): number {
  const { dataInicial, periodicidade } = body.calendario
  const months = MONTHS[periodicidade]
  if (months === undefined) return Math.floor((Date.parse(day) - Date.parse(dataInicial)) / WEEK_MS)
  let cycle = 0
  while (addMonths(dataInicial, months * (cycle + 1)) <= day) cycle += 1
  return cycle
}
