import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { openCents } from '../../core/repairs/open-installments.ts'
import type { Work } from '../../platform/work.ts'
import { amountToday, installmentsOf, runningAgreementsOf, type AgreementRecord } from '../agreements/index.ts'
import { findCreditor } from '../creditors/index.ts'
import { chargesOfAmount, findCharge, type Arrival } from '../payments/index.ts'
import { aimOfPayer, type RunningPlan } from './aim.rules.ts'
import { isToldOtherwise } from './lines.repository.ts'
import type { Credit } from './name-credits.ts'

/** What a credit points at, before its amount is looked at. */
export type Pointer = { kind: 'charge'; txid: string; agreementId: string } | { kind: 'payer'; agreements: AgreementRecord[]; isToldOtherwise: boolean } | { kind: 'nothing' }

export interface Match {
  aim: Arrival['aim']
  matchedBy: 'charge' | 'payer' | null
  agreementId: string | null
  candidates: { agreementId: string; installmentNumber: number }[]
}

const MOST_CANDIDATES = 5

/** The charge whose txid a credit names, or else the running agreements of the person whose CPF it names. */
export async function pointerOf(work: Work, creditorId: string, { told, clues, isRepeated }: Credit): Promise<Pointer> {
  if (isRepeated) return { kind: 'nothing' }
  // Banks print in capitals what was written small.
  for (const txid of clues.txids.flatMap((word) => [word, word.toLowerCase()])) {
    const charge = await findCharge(work.tx, creditorId, txid)
    if (charge) return { kind: 'charge', txid, agreementId: charge.agreementId }
  }
  const isPerson = clues.document?.length === 11
  const agreements = isPerson ? await runningAgreementsOf(work.tx, creditorId, work.keys.cpfIndex(clues.document!)) : []
  return agreements.length > 0 ? { kind: 'payer', agreements, isToldOtherwise: await isToldOtherwise(work.tx, agreements, told) } : { kind: 'nothing' }
}

/**
 * What a credit is for. By the payer only where the amount fits one running agreement alone, and no money of just this amount
 * was told of it by another way around that day: it may be the same. Never by its amount alone.
 */
export async function matchCredit(work: Work, creditorId: string, { told }: Credit, pointer: Pointer): Promise<Match> {
  const { amountCents } = told
  if (pointer.kind === 'charge') return { aim: { kind: 'charge', txid: pointer.txid }, matchedBy: 'charge', agreementId: pointer.agreementId, candidates: [] }
  const plans = pointer.kind === 'payer' ? await plansOf(work, creditorId, pointer.agreements, told) : []
  const aim = pointer.kind === 'payer' && !pointer.isToldOtherwise ? aimOfPayer(amountCents, plans) : null
  if (aim) return { aim, matchedBy: 'payer', agreementId: aim.agreementId, candidates: [] }
  return { aim: { kind: 'unknown' }, matchedBy: null, agreementId: null, candidates: await candidatesFor(work, creditorId, amountCents, plans) }
}

async function plansOf(work: Work, creditorId: string, agreements: readonly AgreementRecord[], { amountCents, postedOn }: Credit['told']): Promise<RunningPlan[]> {
  const { regime } = (await findCreditor(work.tx, creditorId))!
  const installments = await installmentsOf(work.tx, agreements)
  const charges = await chargesOfAmount(work.tx, creditorId, { amountCents, agreementIds: agreements.map(({ id }) => id) })
  return agreements.map(({ id: agreementId, optionDocument }) => {
    const option = JSON.parse(optionDocument) as OfferOption
    const open = installments.filter((one) => one.agreementId === agreementId && openCents(one) > 0n)
    const isOpen = (number: number) => open.some((one) => one.number === number)
    return {
      agreementId,
      open: open.map((one) => ({ number: one.number, amounts: [openCents(one), amountToday({ option, regime }, one, postedOn).amountCents] })),
      charges: charges.filter((charge) => charge.agreementId === agreementId && isOpen(charge.installmentNumber)),
    }
  })
}

// What the payer owes next; of an unknown payer, what was asked for by a charge of this amount.
async function candidatesFor(work: Work, creditorId: string, amountCents: bigint, plans: readonly RunningPlan[]): Promise<Match['candidates']> {
  const ofPayer = plans.flatMap(({ agreementId, open }) => (open[0] ? [{ agreementId, installmentNumber: open[0].number }] : []))
  if (ofPayer.length > 0) return ofPayer.slice(0, MOST_CANDIDATES)
  const charges = await chargesOfAmount(work.tx, creditorId, { amountCents })
  return charges.slice(0, MOST_CANDIDATES).map(({ agreementId, installmentNumber }) => ({ agreementId, installmentNumber }))
}
