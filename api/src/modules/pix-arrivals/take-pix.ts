import { AppError } from '../../platform/errors/app-error.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { debitOfTxid } from '../automatic-pix/index.ts'
import { receiveMoney, takeMoneyBack, type Arrival } from '../payments/index.ts'
import { centsOf, type ArrivedPix, type Bank, type GivenBack } from '../pix-accounts/index.ts'
import { settleBankTxid } from '../pix-charges/index.ts'
import { findPart, takeReturn } from '../pix-refunds/index.ts'

/**
 * Takes in a Pix as the bank told it: its money, and what of it went back. Once in effect, however often it is told. What names
 * no charge of ours is left alone, unless the key is used for nothing else.
 */
export async function takePix({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>, bank: Bank, pix: ArrivedPix): Promise<void> {
  const { creditorId, holdsUnknown } = bank.account
  await platform.transact({ kind: 'system' }, { creditorId }, async (work) => {
    const purpose = await purposeOf(work, creditorId, pix)
    if (purpose.aim.kind === 'unknown' && !holdsUnknown) return
    await receiveMoney(work, arrivalOf(work, creditorId, pix, purpose))
  })
  for (const told of pix.devolucoes ?? []) {
    await platform.transact({ kind: 'system' }, { creditorId }, (work) => takeBack(work, { creditorId, endToEndId: pix.endToEndId }, told)).catch((error: unknown) => {
      // What went back of money that is held in part, owed back or not ours changes no payment; trying again would not either.
      if (!(error instanceof AppError) || error.code === 'unavailable') throw error
      logger.warn({ creditorId, endToEndId: pix.endToEndId, code: error.code }, 'a devolution changed no payment')
    })
  }
}

// What went back is a part of a refund of ours, or the bank took it back: by the MED, or because somebody asked it there.
async function takeBack(work: Work, { creditorId, endToEndId }: { creditorId: string; endToEndId: string }, told: GivenBack): Promise<void> {
  const part = await findPart(work, { creditorId, endToEndId }, told)
  if (part) return takeReturn(work, part, told)
  if (told.status !== 'DEVOLVIDO') return
  await takeMoneyBack(work, {
    creditorId, paymentReference: endToEndId, amountCents: centsOf(told.valor), reversedAt: atLatestNow(work, told.horario.liquidacao ?? told.horario.solicitacao),
    externalReference: told.rtrId, reason: told.natureza?.startsWith('MED') ? 'med' : 'bank_error',
  })
}

/** What a Pix is for, and how much of what was asked for is for delay already. */
interface Purpose {
  aim: Arrival['aim']
  askedLateCents: bigint
}

async function purposeOf(work: Work, creditorId: string, { txid }: ArrivedPix): Promise<Purpose> {
  if (txid === undefined) return UNKNOWN
  const ours = await settleBankTxid(work, creditorId, txid)
  if (ours) return { aim: { kind: 'charge', txid: ours.txid }, askedLateCents: ours.lateCents }
  const debited = await debitOfTxid(work, creditorId, txid)
  return debited ? { aim: { kind: 'installment', ...debited }, askedLateCents: 0n } : UNKNOWN
}

const UNKNOWN: Purpose = { aim: { kind: 'unknown' }, askedLateCents: 0n }

// The bank tells what it added itself; a code that was made late asks for charges for delay from the first.
function arrivalOf(work: Work, creditorId: string, { endToEndId, valor, horario, componentesValor, pagador }: ArrivedPix, { aim, askedLateCents }: Purpose): Arrival {
  const late = [componentesValor?.juros, componentesValor?.multa].filter((part) => part !== undefined)
  const payerDocument = pagador?.cpf ?? pagador?.cnpj
  return {
    creditorId, aim, amountCents: centsOf(valor), paidAt: atLatestNow(work, horario), method: 'pix', externalReference: endToEndId,
    ...(late.length > 0 ? { lateCents: late.reduce((sum, part) => sum + centsOf(part.valor), askedLateCents) } : {}),
    ...(payerDocument === undefined ? {} : { payerDocument }),
  }
}

// A bank's clock may be ahead of ours; nothing is of the future.
function atLatestNow({ clock }: Work, told: string | undefined): Date {
  const now = clock.now()
  return told !== undefined && new Date(told) < now ? new Date(told) : now
}
