import type { DebtInput } from '@repactua/shared/contract/debts.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { invariant } from '../../core/invariant.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'
import { upsertDebtor } from '../debtors/index.ts'
import { findLegalRate } from '../indices/index.ts'
import { findDebt, insertDebt, lockDebt, updateDebt, type DebtRecord, type NewDebt } from './debts.repository.ts'
import { changedFields, decideChange } from './debts.rules.ts'
import { keepInterruption } from './interruption.rules.ts'
import { sealDebt, type SealedDebt } from './seal-debt.ts'

/**
 * Puts a debt and its debtor in, or brings them up to date; content that is the same changes nothing. Refuses wrong
 * data, charges above the law, another person's CPF, and other money for a debt that is no longer open.
 */
export async function putDebt(work: Work, externalId: string, input: DebtInput): Promise<{ debt: DebtRecord; created: boolean }> {
  const creditorId = creditorOf(work)
  const creditor = await findCreditor(work.tx, creditorId)
  invariant(creditor, 'the creditor of a token is there')
  const sealed = sealDebt(work, { creditorId, regime: creditor.regime, legalRate: await findLegalRate(work.tx, work.today) }, externalId, input)
  if (!sealed.ok) throw new AppError('invalid_request', { errors: sealed.error })
  const created = await write(work, sealed.value)
  const debt = await findDebt(work.tx, creditorId, externalId)
  invariant(debt, 'a debt that was put is there')
  return { debt, created }
}

// The person first, the debt second and the audit chain last, as everywhere, so that no two wait for each other in a circle.
async function write(work: Work, { debtor, debt }: SealedDebt): Promise<boolean> {
  const { id: debtorId, changed } = await upsertDebtor(work, debtor)
  const created = await insertDebt(work.tx, { ...debt, debtorId, createdAt: work.clock.now() })
  if (created) await recordChange(work, { creditorId: debt.creditorId, type: 'debt.created', subject: showId('debt', debt.id), data: factsOf(debt.id, debt) })
  else await changeDebt(work, debt)
  if (changed && !created) await recordDebtor(work, debt.creditorId, debtorId)
  return created
}

// Says that the creditor's record of a person was written, and nothing of what stands in it.
function recordDebtor(work: Work, creditorId: string, debtorId: string): Promise<void> {
  const subject = showId('debtor', debtorId)
  return recordChange(work, { creditorId, type: 'debtor.changed', subject, data: { debtorId: subject } })
}

async function changeDebt(work: Work, sent: NewDebt): Promise<void> {
  const { creditorId, externalId } = sent
  const debt = await lockDebt(work.tx, creditorId, externalId)
  invariant(debt, 'a debt that stood in the way is there')
  const decision = decideChange(debt, sent)
  if (!decision.ok) throw new AppError(decision.error)
  if (decision.value === 'unchanged') return
  const next = keepInterruption(debt, sent)
  await updateDebt(work.tx, { ...next, id: debt.id, updatedAt: work.clock.now() })
  const data = { ...factsOf(debt.id, next), fields: changedFields(debt, next) }
  await recordChange(work, { creditorId, type: 'debt.changed', subject: showId('debt', debt.id), data })
}

function factsOf(id: string, { externalId, principalCents, dueOn }: NewDebt) {
  return { debtId: showId('debt', id), externalId, principalCents: centsNumber(principalCents), dueOn }
}
