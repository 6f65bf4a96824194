import { isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { isAmount } from '../charges/amount-violations.ts'
import { at, isObject, isText } from '../doors/fields.ts'
import type { Violation } from '../doors/problems.ts'

const PERIODS = ['SEMANAL', 'MENSAL', 'TRIMESTRAL', 'SEMESTRAL', 'ANUAL']
const POLICIES = ['NAO_PERMITE', 'PERMITE_3R_7D']

/** Everything in a recurrence that breaks the rules of section RecOperacaoInvalida, but for its location. */
export function recurrenceViolations(body: unknown, createdOn: LocalDate): Violation[] {
  return RULES.filter(({ keeps }) => !keeps(body, createdOn)).map(({ propriedade, razao }) => ({ razao, propriedade }))
}

interface Rule extends Violation {
  keeps: (body: unknown, createdOn: LocalDate) => boolean
}

const RULES: readonly Rule[] = [
  { propriedade: 'rec.vinculo', razao: 'O objeto rec.vinculo não respeita o schema.', keeps: (body) => linkFits(at(body, 'vinculo')) },
  { propriedade: 'rec.calendario.dataInicial', razao: 'O campo rec.calendario.dataInicial é anterior à data de criação da recorrência.', keeps: (body, createdOn) => isDay(at(body, 'calendario', 'dataInicial')) && String(at(body, 'calendario', 'dataInicial')) >= createdOn },
  { propriedade: 'rec.calendario.dataFinal', razao: 'O campo rec.calendario.dataFinal é anterior ao campo rec.calendario.dataInicial.', keeps: (body) => endFits(at(body, 'calendario')) },
  { propriedade: 'rec.calendario.periodicidade', razao: 'O campo rec.calendario.periodicidade não respeita o schema.', keeps: (body) => PERIODS.includes(String(at(body, 'calendario', 'periodicidade'))) },
  { propriedade: 'rec.valor', razao: 'O objeto rec.valor não respeita o schema.', keeps: (body) => ['valorRec', 'valorMinimoRecebedor'].every((name) => at(body, 'valor', name) === undefined || isAmount(at(body, 'valor', name))) },
  { propriedade: 'rec.valor', razao: 'Ambos os campos rec.valor.valorRec e rec.valor.valorMinimoRecebedor estão preenchidos.', keeps: (body) => at(body, 'valor', 'valorRec') === undefined || at(body, 'valor', 'valorMinimoRecebedor') === undefined },
  { propriedade: 'rec.politicaRetentativa', razao: 'O campo rec.politicaRetentativa não respeita o schema.', keeps: (body) => POLICIES.includes(String(at(body, 'politicaRetentativa'))) },
]

function linkFits(link: unknown): boolean {
  const object = at(link, 'objeto')
  return isObject(link) && isText(at(link, 'contrato'), 35) && (object === undefined || isText(object, 35)) && debtorFits(at(link, 'devedor'))
}

function debtorFits(debtor: unknown): boolean {
  const [cpf, cnpj] = [at(debtor, 'cpf'), at(debtor, 'cnpj')]
  const hasOne = cnpj === undefined ? typeof cpf === 'string' && /^\d{11}$/.test(cpf) : cpf === undefined && typeof cnpj === 'string' && /^[0-9A-Z]{14}$/.test(cnpj)
  return hasOne && isText(at(debtor, 'nome'), 140)
}

function endFits(calendar: unknown): boolean {
  const [first, last] = [at(calendar, 'dataInicial'), at(calendar, 'dataFinal')]
  return last === undefined || (isDay(last) && last >= String(first))
}

function isDay(json: unknown): json is LocalDate {
  return typeof json === 'string' && isLocalDate(json)
}
