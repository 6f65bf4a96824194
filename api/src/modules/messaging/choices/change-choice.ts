import type { ContactChoiceInput } from '@repactua/shared/contract/contact-choices.ts'
import { appendAudit, INSTALLATION, recordChange } from '../../../platform/audit/record-change.ts'
import { enterCreditor } from '../../../platform/db/transaction.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { readId, showId } from '../../../platform/ids.ts'
import { personOf, type Work } from '../../../platform/work.ts'
import { findDebtorByCpf } from '../../debtors/index.ts'
import { endChoices, insertChoices, standingChoicesOf } from './choices.repository.ts'
import { planChoice } from './choices.rules.ts'

/** Chooses whether one channel may be used for one purpose, by one creditor or by all. What was chosen of the rest stays. */
export async function changeChoice(work: Work, { creditorId, ...cell }: ContactChoiceInput): Promise<void> {
  const cpfIndex = personOf(work)
  const scope = creditorId === undefined ? { creditorId: INSTALLATION, subject: 'person' } : await scopeAt(work, readId(creditorId))
  const own = (await standingChoicesOf(work.tx, cpfIndex, work.clock.now())).filter((wish) => wish.creditorId === scope.creditorId && wish.until === null)
  const { ends, begins } = planChoice(own, cell)
  if (ends.length + begins.length === 0) return
  const createdAt = work.clock.now()
  await endChoices(work.tx, ends.map(({ id }) => id), createdAt)
  await insertChoices(work.tx, begins.map((wish) => ({ ...wish, creditorId: scope.creditorId, id: work.newId(), cpfIndex, source: 'person', until: null, createdAt, endedAt: null })))
  // A creditor hears what a person wishes of it: it may have doors of its own.
  const record = scope.creditorId === INSTALLATION ? appendAudit : recordChange
  await record(work, { ...scope, type: 'contact.chosen', data: cell })
}

// Of a creditor that does not know the person there is nothing to choose.
async function scopeAt(work: Work, creditorId: string): Promise<{ creditorId: string; subject: string }> {
  await enterCreditor(work.tx, creditorId)
  const debtor = await findDebtorByCpf(work, creditorId, personOf(work))
  if (!debtor) throw new AppError('not_found')
  return { creditorId, subject: showId('debtor', debtor.id) }
}
