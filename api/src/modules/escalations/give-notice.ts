import type { Work } from '../../platform/work.ts'
import { loadDebts } from '../debts/index.ts'
import { queueMessages } from '../messaging/index.ts'
import type { OwnRules } from './blocks.rules.ts'
import type { ListedEscalation } from './escalations.repository.ts'
import { lastDayToAnswer } from './steps.rules.ts'
import { takeStep } from './take-step.ts'

const TEMPLATE = { listing: 'listing-notice', protest: 'protest-notice' } as const
const HOUR_MS = 3_600_000
/** A notice that finds no hour to be sent in four days is not sent any more: the one of the bureau or the registry counts. */
const NOTICE_HOURS = 96

/** Tells the person what may happen and until when it will not, once; nothing is due before that day, whenever the proof comes. */
export async function giveNotice(work: Work, escalation: ListedEscalation, { answerDays }: OwnRules): Promise<void> {
  const deadlineOn = lastDayToAnswer(work.today, answerDays)
  const noticed = await takeStep(work, escalation, 'notice', { deadlineOn })
  const { creditorId, id, debtId, cpfIndex, kind } = noticed
  const [debt] = await loadDebts(work, creditorId, [debtId])
  const now = work.clock.now()
  await queueMessages(work, [{
    creditorId, debtorId: debt!.debtorId, cpfIndex, purpose: 'service', stepKey: `escalation:${id}:notice`, templateKey: TEMPLATE[kind], values: { lastOn: deadlineOn },
    channels: ['email', 'whatsapp', 'sms'], debtIds: [debtId], notBefore: now, notAfter: new Date(now.getTime() + NOTICE_HOURS * HOUR_MS), origin: null,
  }])
}
