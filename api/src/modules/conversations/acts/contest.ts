import type { DisputeInput } from '@repactua/shared/contract/disputes.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import { AppError } from '../../../platform/errors/app-error.ts'
import { liveDebtsOf } from '../../debts/index.ts'
import { openDispute } from '../../disputes/index.ts'
import { asPerson } from '../as-person.ts'
import { identifiedIn, type ActResult, type Turn } from '../turn.ts'

const LONGEST_STATEMENT = 2_000

/**
 * Contests the one debt of somebody who has shown who they are, in their own words. With several debts, or not knowing who it
 * is, the link leads to where each can be contested: nothing is said here of what there is.
 */
export async function contest(turn: Turn): Promise<ActResult> {
  const { work, creditor, heard, text, site, values } = turn
  const person = identifiedIn(turn)
  const debts = person ? await liveDebtsOf(work.tx, creditor.id, [person.id]) : []
  const [debt] = debts
  if (!person || !debt || debts.length > 1) return null
  const input: DisputeInput = { reason: heard.event as DisputeInput['reason'], statement: text.slice(0, LONGEST_STATEMENT) }
  const answerBy = await opened(async () => (await openDispute(await asPerson(work, person), debt.id, input)).answerBy)
  if (answerBy === null) return null
  Object.assign(values, { day: formatDate(answerBy), link: `${site}/contestacoes` })
  return 'contested'
}

// One that is open already, or had its answer, is for the page to explain.
async function opened(open: () => Promise<string>): Promise<string | null> {
  try {
    return await open()
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}
