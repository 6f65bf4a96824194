import type { Violation } from './problems.ts'

const USUAL_ITEMS = 100
const MOST_ITEMS = 1_000

/** The window of a list, as the official file asks for it. */
export interface Window {
  inicio: Date
  fim: Date
  page: number
  size: number
}

/** Reads `inicio`, `fim` and the pagination; tells what does not fit. */
export function readWindow(query: URLSearchParams): Window | Violation[] {
  const window = {
    inicio: readInstant(query.get('inicio')),
    fim: readInstant(query.get('fim')),
    page: readWhole(query.get('paginacao.paginaAtual'), 0),
    size: readWhole(query.get('paginacao.itensPorPagina'), USUAL_ITEMS),
  }
  const violations = RULES.filter(({ broken }) => broken(window, query)).map(({ propriedade, razao }) => ({ razao, propriedade }))
  return violations.length > 0 ? violations : window
}

interface Rule extends Violation {
  broken: (window: Window, query: URLSearchParams) => boolean
}

// An instant that cannot be read is no number, and no comparison with it holds.
const RULES: readonly Rule[] = [
  { propriedade: 'inicio', razao: 'O parâmetro inicio não respeita o schema.', broken: ({ inicio }) => Number.isNaN(inicio.getTime()) },
  { propriedade: 'fim', razao: 'O parâmetro fim não respeita o schema.', broken: ({ fim }) => Number.isNaN(fim.getTime()) },
  { propriedade: 'fim', razao: 'O timestamp representado pelo parâmetro fim é anterior ao timestamp representado pelo parâmetro inicio.', broken: ({ inicio, fim }) => fim < inicio },
  { propriedade: 'paginacao.paginaAtual', razao: 'O parâmetro paginacao.paginaAtual é negativo.', broken: ({ page }) => page < 0 },
  { propriedade: 'paginacao.itensPorPagina', razao: 'O parâmetro paginacao.itensPorPagina não respeita o schema.', broken: ({ size }) => size < 1 || size > MOST_ITEMS },
  { propriedade: 'cpf', razao: 'Ambos os parâmetros cpf e cnpj estão preenchidos.', broken: (_, query) => query.has('cpf') && query.has('cnpj') },
]

/** One page of the items, and the `paginacao` that goes with it. */
export function pageOf<T>(items: readonly T[], { page, size }: Window): { items: T[]; paginacao: Record<string, number> } {
  const paginacao = {
    paginaAtual: page,
    itensPorPagina: size,
    quantidadeDePaginas: Math.max(1, Math.ceil(items.length / size)),
    quantidadeTotalDeItens: items.length,
  }
  return { items: items.slice(page * size, (page + 1) * size), paginacao }
}

/** The parameters of a list, given back as the official file does. */
export function askedOf(query: URLSearchParams): Record<string, string | boolean> {
  const asked = [...query].filter(([name]) => !name.startsWith('paginacao.'))
  return Object.fromEntries(asked.map(([name, text]) => [name, text === 'true' || text === 'false' ? text === 'true' : text]))
}

function readInstant(text: string | null): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?(Z|[+-]\d{2}:\d{2})$/i.test(text ?? '') ? (text ?? '') : Number.NaN)
}

function readWhole(text: string | null, usual: number): number {
  if (text === null) return usual
  return /^\d{1,9}$/.test(text) ? Number(text) : -1
}
