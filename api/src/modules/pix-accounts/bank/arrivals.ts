import { ok } from '../../../core/result.ts'
import { askBank } from './ask-bank.ts'
import type { Asked, Bank } from './bank.ts'
import { readerOf } from './reader.ts'
import { ArrivedPix, PixPage } from './schemas.ts'

const PAGE = 100
/** Far beyond a creditor's day: a bank whose pages never end is not followed. */
const MOST_PAGES = 2_000

const readPix = readerOf(ArrivedPix)
const readPage = readerOf(PixPage)

/** A Pix that came, by its end-to-end id; null where the bank knows of none. */
export async function getPix(bank: Bank, endToEndId: string): Asked<ArrivedPix | null> {
  const told = await askBank(bank, { method: 'GET', path: `/pix/${endToEndId}`, read: readPix })
  const isUnknown = !told.ok && told.error.kind === 'refused' && told.error.status === 404
  return isUnknown ? ok(null) : told
}

/** All Pix that came from one instant to another, page by page. */
export async function* listPix(bank: Bank, { from, to }: { from: Date; to: Date }): AsyncGenerator<Awaited<Asked<ArrivedPix[]>>> {
  for (let page = 0, pages = 1; page < pages && page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ inicio: from.toISOString(), fim: to.toISOString(), 'paginacao.paginaAtual': String(page), 'paginacao.itensPorPagina': String(PAGE) })
    const told = await askBank(bank, { method: 'GET', path: `/pix?${query.toString()}`, read: readPage })
    if (!told.ok) return yield told
    pages = told.value.parametros.paginacao.quantidadeDePaginas
    yield ok(told.value.pix ?? [])
  }
}
