import { latestBalance } from '../../core/interest/balance.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { debtTermsOf, loadDebts, lockDebts, type DebtRecord } from '../debts/index.ts'
import { blockOf, type Block, type DebtStanding, type OwnRules } from './blocks.rules.ts'
import { readOwnRules } from './change-settings.ts'
import { debtOfEscalation, lockEscalation, type EscalationRecord, type ListedEscalation } from './escalations.repository.ts'

/** An escalation with its debt as it stands, both held to the end of the transaction. */
export interface HeldEscalation {
  escalation: ListedEscalation
  rules: OwnRules
  block: Block | null
}

/** Holds an escalation, its debt first: disputes, pauses, agreements and payments wait for the same lock. */
export async function holdEscalation(work: Work, key: Pick<EscalationRecord, 'creditorId' | 'id'>): Promise<HeldEscalation | null> {
  const debtId = await debtOfEscalation(work.tx, key)
  if (debtId === null) return null
  await lockDebts(work.tx, key.creditorId, [debtId])
  const [debt] = await loadDebts(work, key.creditorId, [debtId])
  const escalation = await lockEscalation(work.tx, key)
  const rules = await readOwnRules(work, key.creditorId)
  return { escalation, rules, block: blockOf(standingOf(work, debt!), escalation, rules, work.today) }
}

/** The same for the creditor that asks. */
export async function holdOwnEscalation(work: Work, id: string): Promise<HeldEscalation> {
  const held = await holdEscalation(work, { creditorId: creditorOf(work), id })
  if (!held) throw new AppError('not_found')
  return held
}

/** A debt as today's rules look at it. */
export function standingOf({ today }: Pick<Work, 'today'>, debt: DebtRecord): DebtStanding {
  const { balance: { totalCents, overdueDays } } = latestBalance(debtTermsOf(debt), today)
  const { status, product, dueOn, prescribesOn } = debt
  return { status, product, dueOn, prescribesOn, totalCents, overdueDays }
}
