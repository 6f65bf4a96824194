import type { Answer, Ask } from '../doors/ask.ts'
import { askedOf, pageOf, readWindow, type Window } from '../doors/page-of.ts'
import { refuse } from '../doors/problems.ts'
import type { ReceivedPix } from './received-pix.ts'
import { showPix } from './show-pix.ts'

/** GET /pix: what the account received in a span of time, page by page. */
export function listPix({ bank, account, query }: Ask): Answer {
  const window = readWindow(query)
  if (Array.isArray(window)) refuse('PixConsultaInvalida', window)
  const own = bank.state.pix.filter((pix) => pix.clientId === account.clientId && isAsked(pix, query, window))
  const { items, paginacao } = pageOf(own, window)
  return { status: 200, body: { parametros: { ...askedOf(query), paginacao }, pix: items.map(showPix) } }
}

function isAsked(pix: ReceivedPix, query: URLSearchParams, { inicio, fim }: Window): boolean {
  const came = new Date(pix.horario)
  return came >= inicio && came <= fim && CONDITIONS.every(([name, valueOf]) => !query.has(name) || query.get(name) === valueOf(pix))
}

const CONDITIONS: [string, (pix: ReceivedPix) => string | undefined][] = [
  ['txid', ({ txid }) => txid],
  ['txIdPresente', ({ txid }) => String(txid !== undefined)],
  ['devolucaoPresente', ({ devolucoes }) => String(devolucoes.length > 0)],
  ['cpf', ({ payer }) => payer.cpf],
  ['cnpj', ({ payer }) => payer.cnpj],
]
