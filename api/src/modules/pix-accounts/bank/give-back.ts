import { askBank } from './ask-bank.ts'
import type { Asked, Bank } from './bank.ts'
import { pixAmount } from './money.ts'
import { readerOf } from './reader.ts'
import { GivenBack } from './schemas.ts'

const read = readerOf(GivenBack)

/** One part of a refund: how much of which Pix goes back, under an id of ours. */
export interface WantedBack {
  endToEndId: string
  id: string
  cents: bigint
}

/** Asks the bank to give a Pix back, or part of it. The same id again is the same devolution. */
export async function putGivenBack(bank: Bank, { endToEndId, id, cents }: WantedBack): Asked<GivenBack> {
  const made = await askBank(bank, { method: 'PUT', path: pathOf({ endToEndId, id }), body: { valor: pixAmount(cents), natureza: 'ORIGINAL' }, read })
  if (made.ok || made.error.kind === 'silent') return made
  const there = await getGivenBack(bank, { endToEndId, id })
  return there.ok && there.value.valor === pixAmount(cents) ? there : made
}

/** How far the bank has got with it. */
export function getGivenBack(bank: Bank, wanted: Pick<WantedBack, 'endToEndId' | 'id'>): Asked<GivenBack> {
  return askBank(bank, { method: 'GET', path: pathOf(wanted), read })
}

function pathOf({ endToEndId, id }: Pick<WantedBack, 'endToEndId' | 'id'>): string {
  return `/pix/${endToEndId}/devolucao/${id}`
}
