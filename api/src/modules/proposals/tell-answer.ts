import { addDays } from '@repactua/shared/time/local-date.ts'
import { endOfDay } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { standingsOf } from '../debts/index.ts'
import { queueMessages, type StillWanted } from '../messaging/index.ts'
import { debtIdsOf, type ProposalRecord } from './proposals.repository.ts'

const STEP = 'proposal:'
/** Days within which the news of an answer is worth sending. */
const NEWS_DAYS = 7
const TEMPLATES = { accepted: 'decision-ready', refused: 'decision-ready', countered: 'proposal-countered', lapsed: 'proposal-unanswered' } as const

/** Tells the person that a person has answered their offer, or that nobody did in time. In the transaction that writes the answer down. */
export async function tellAnswer(work: Work, record: ProposalRecord, decision: keyof typeof TEMPLATES): Promise<void> {
  const { creditorId, id, debtorId, cpfIndex } = record
  await queueMessages(work, [{
    creditorId, debtorId, cpfIndex, purpose: 'service', stepKey: `${STEP}${id}:answer`, templateKey: TEMPLATES[decision], values: {},
    channels: ['email', 'sms'], debtIds: (await debtIdsOf(work.tx, [record])).get(id) ?? [], notBefore: work.clock.now(), notAfter: endOfDay(addDays(work.today, NEWS_DAYS)), origin: null,
  }])
}

/** Answers about debts of which none is open any more: something was signed, paid or contested meanwhile. */
export const answersOfOver: StillWanted = async (work, messages) => {
  const answers = messages.filter(({ stepKey }) => stepKey.startsWith(STEP))
  const [first] = answers
  if (!first) return new Map()
  const standings = await standingsOf(work.tx, first.creditorId, answers.flatMap(({ debtIds }) => debtIds))
  const isOver = ({ debtIds }: { debtIds: readonly string[] }) => debtIds.every((id) => standings.get(id)?.status !== 'open')
  return new Map(answers.filter(isOver).map(({ id }) => [id, 'proposal_over']))
}
