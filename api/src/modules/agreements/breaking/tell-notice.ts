import type { LocalDate } from '@repactua/shared/time/local-date.ts'
import { endOfDay } from '../../../platform/clock.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { queueMessages, type StillWanted } from '../../messaging/index.ts'
import { loadAgreement, type AgreementWhole } from '../load-agreement.ts'
import { planInCourse } from '../plan-in-course.ts'
import { planStop } from '../plan-stop.ts'
import { breakStep } from './breaking.rules.ts'

const STEP_KEY = /^break-notice:(?<agreementId>[^:]+):(?<noticeOn>[^:]+)$/

/** Tells the person of the notice before a break, with the last day on which a payment puts the plan in order. */
export async function tellNotice(work: Work, { record, debts }: AgreementWhole, lastOn: LocalDate): Promise<void> {
  const { creditorId, id, debtorId, cpfIndex } = record
  await queueMessages(work, [{
    creditorId, debtorId, cpfIndex, purpose: 'service', stepKey: `break-notice:${id}:${work.today}`, templateKey: 'agreement-at-risk', values: { agreementId: showId('agreement', id), lastOn },
    channels: ['email', 'sms'], debtIds: debts.map(({ debtId }) => debtId), notBefore: work.clock.now(), notAfter: endOfDay(lastOn), origin: null,
  }])
}

/** Notices of plans that ended, were put in order or paused before their notice went out. */
export const noticesOfOver: StillWanted = async (work, messages) => {
  const reasons = new Map<string, string>()
  for (const { id, stepKey, debtIds, creditorId } of messages) {
    const { agreementId, noticeOn } = STEP_KEY.exec(stepKey)?.groups ?? {}
    if (agreementId === undefined) continue
    const reason = (await planStop(work, { creditorId, agreementId, debtIds })) ?? ((await stands(work, agreementId, noticeOn!)) ? null : 'notice_over')
    if (reason !== null) reasons.set(id, reason)
  }
  return reasons
}

// Payments of the day may have answered it before the night takes it back.
async function stands(work: Work, agreementId: string, noticeOn: LocalDate): Promise<boolean> {
  const whole = await loadAgreement(work, agreementId)
  return whole.record.breakNoticeOn === noticeOn && breakStep(planInCourse(whole), work.today) !== 'take_back_notice'
}
