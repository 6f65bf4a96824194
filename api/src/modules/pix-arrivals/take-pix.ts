import type { Platform } from '../../platform/platform.ts'
import type { Work } from '../../platform/work.ts'
import { receiveMoney, type Arrival } from '../payments/index.ts'
import { centsOf, type ArrivedPix, type Bank, type GivenBack } from '../pix-accounts/index.ts'
import { settleBankTxid } from '../pix-charges/index.ts'
import { findPart, takeReturn } from '../pix-refunds/index.ts'

/**
 * Takes in a Pix as the bank told it: its money, and what of it went back. Once in effect, however often it is told. What names
 * no charge of ours is left alone, unless the key is used for nothing else.
 */
export async function takePix(platform: Platform, bank: Bank, pix: ArrivedPix): Promise<void> {
  const { creditorId, holdsUnknown } = bank.account
  await platform.transact({ kind: 'system' }, { creditorId }, async (work) => {
    const aim = await aimOf(work, creditorId, pix)
    if (aim.kind === 'unknown' && !holdsUnknown) return
    await receiveMoney(work, arrivalOf(creditorId, pix, aim))
  })
  for (const told of pix.devolucoes ?? []) await platform.transact({ kind: 'system' }, { creditorId }, (work) => takeBack(work, { creditorId, endToEndId: pix.endToEndId }, told))
}

// What went back is a part of a refund of ours.
async function takeBack(work: Work, pix: { creditorId: string; endToEndId: string }, told: GivenBack): Promise<void> {
  const part = await findPart(work, pix, told)
  if (part) await takeReturn(work, part, told)
}

async function aimOf(work: Work, creditorId: string, { txid }: ArrivedPix): Promise<Arrival['aim']> {
  const ours = txid === undefined ? null : await settleBankTxid(work, creditorId, txid)
  return ours === null ? { kind: 'unknown' } : { kind: 'charge', txid: ours }
}

function arrivalOf(creditorId: string, { endToEndId, valor, horario, componentesValor, pagador }: ArrivedPix, aim: Arrival['aim']): Arrival {
  const late = [componentesValor?.juros, componentesValor?.multa].filter((part) => part !== undefined)
  const payerDocument = pagador?.cpf ?? pagador?.cnpj
  return {
    creditorId, aim, amountCents: centsOf(valor), paidAt: new Date(horario), method: 'pix', externalReference: endToEndId,
    ...(late.length > 0 ? { lateCents: late.reduce((sum, part) => sum + centsOf(part.valor), 0n) } : {}),
    ...(payerDocument === undefined ? {} : { payerDocument }),
  }
}
