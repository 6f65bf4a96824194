import { at, isObject, isText } from '../doors/fields.ts'
import type { Violation } from '../doors/problems.ts'

// The file asks for the form alone: its own examples have CNPJs whose check digits are wrong.
const CPF = /^\d{11}$/
const CNPJ = /^[0-9A-Z]{14}$/
const LONGEST = { nome: 200, logradouro: 200, cidade: 200, uf: 2, cep: 8 }

/** A debtor has a name and one of CPF and CNPJ, never both; the address is optional. */
export function debtorViolations(debtor: unknown): Violation[] {
  const propriedade = 'cobv.devedor'
  const fits = isObject(debtor) && hasOneDocument(debtor) && isText(debtor['nome'], LONGEST.nome) && addressFits(debtor)
  return fits ? [] : [{ razao: 'O objeto cobv.devedor não respeita o schema.', propriedade }]
}

function hasOneDocument(debtor: unknown): boolean {
  const [cpf, cnpj] = [at(debtor, 'cpf'), at(debtor, 'cnpj')]
  if (cnpj === undefined) return typeof cpf === 'string' && CPF.test(cpf)
  return cpf === undefined && typeof cnpj === 'string' && CNPJ.test(cnpj)
}

function addressFits(debtor: Record<string, unknown>): boolean {
  return Object.entries(LONGEST).every(([name, longest]) => debtor[name] === undefined || (typeof debtor[name] === 'string' && debtor[name].length <= longest))
}
