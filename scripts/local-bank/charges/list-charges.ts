import type { Answer, Ask } from '../doors/ask.ts'
import { askedOf, pageOf, readWindow, type Window } from '../doors/page-of.ts'
import { refuse } from '../doors/problems.ts'
import { bodyOf, type Charge } from './charge.ts'
import { showWholeCharge } from './show-charge.ts'

/** GET /cobv: the charges made in a span of time, by debtor and status where asked, page by page. */
export function listCharges({ bank, account, query }: Ask): Answer {
  const window = readWindow(query)
  if (Array.isArray(window)) refuse('CobVConsultaInvalida', window)
  const own = bank.state.charges.filter((charge) => charge.clientId === account.clientId && isAsked(charge, query, window))
  const { items, paginacao } = pageOf(own, window)
  return { status: 200, body: { parametros: { ...askedOf(query), paginacao }, cobs: items.map((charge) => showWholeCharge(bank, charge, account)) } }
}

function isAsked(charge: Charge, query: URLSearchParams, { inicio, fim }: Window): boolean {
  const made = new Date(charge.criacao)
  const { cpf, cnpj } = bodyOf(charge).devedor
  return made >= inicio && made <= fim && fits(query, 'status', charge.status) && fits(query, 'cpf', cpf) && fits(query, 'cnpj', cnpj) && query.get('locationPresente') !== 'false'
}

function fits(query: URLSearchParams, name: string, value: string | undefined): boolean {
  return !query.has(name) || query.get(name) === value
}
