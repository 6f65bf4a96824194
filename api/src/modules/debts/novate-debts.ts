import { centsNumber } from '../../core/money/cents-number.ts'
import { invariant } from '../../core/invariant.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { insertDebt, loadDebts, setDebtStatus, type DebtRecord } from './debts.repository.ts'
import { plainDebt } from './debts.rules.ts'

interface Novation {
  creditorId: string
  agreementId: string
  /** What is left to pay of each debt. */
  left: readonly { debtId: string; cents: bigint }[]
  defaultInterestMonthlyBps: number
}

/**
 * Puts new debts in the place of old ones: what was left of an agreement that ended, due on that day, with the agreement's
 * interest and no second fine. The old debts are novated, which ends them (CC 360). Gives back the new ones.
 */
export async function novateDebts(work: Work, novation: Novation): Promise<NewInPlace[]> {
  const { creditorId, left } = novation
  const debts = await loadDebts(work, creditorId, left.map(({ debtId }) => debtId))
  await setDebtStatus(work, creditorId, debts.map(({ id }) => id), 'novated')
  const inPlace: NewInPlace[] = []
  for (const [place, debt] of debts.entries()) inPlace.push(...(await putInPlace(work, novation, debt, place + 1)))
  return inPlace
}

interface NewInPlace {
  debtId: string
  cents: bigint
}

async function putInPlace(work: Work, novation: Novation, old: DebtRecord, place: number): Promise<NewInPlace[]> {
  const cents = novation.left.find(({ debtId }) => debtId === old.id)?.cents ?? 0n
  if (cents === 0n) return []
  const id = work.newId()
  const externalId = `novation:${novation.agreementId}:${place}`
  const isNew = await insertDebt(work.tx, { ...termsOf(work, novation, old, cents), id, externalId, createdAt: work.clock.now() })
  invariant(isNew, 'an agreement ends once')
  const data = { debtId: showId('debt', id), externalId, principalCents: centsNumber(cents), dueOn: work.today, novates: showId('debt', old.id) }
  await recordChange(work, { creditorId: old.creditorId, type: 'debt.created', subject: data.debtId, data })
  return [{ debtId: id, cents }]
}

function termsOf(work: Work, { defaultInterestMonthlyBps }: Novation, old: DebtRecord, cents: bigint) {
  const { creditorId, debtorId, cpfIndex, product, contractNumber, originalCreditor, segment, riskBand, tags } = old
  const content = plainDebt({ product, description: 'Saldo de acordo não cumprido', principalCents: centsNumber(cents), dueOn: work.today, charges: { lateFeeBps: 0, defaultInterestMonthlyBps } })
  return { ...content, creditorId, debtorId, cpfIndex, contractNumber, originalCreditor, segment, riskBand, tags, fingerprint: work.keys.mac('debt', `${old.id} ${work.today}`) }
}
