import { isBusinessDay } from '../../../core/calendar/bank-holidays.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { showId } from '../../../platform/ids.ts'
import type { Work } from '../../../platform/work.ts'
import { isPaused } from '../../debts/index.ts'
import { setBreakNotice } from '../agreement-states.repository.ts'
import { lockAgreement, type AgreementRecord } from '../agreements.repository.ts'
import { breakAgreement } from './break-agreement.ts'
import { breakStep, lastDayOfNotice } from './breaking.rules.ts'
import { loadAgreement, type AgreementWhole } from '../load-agreement.ts'
import { planInCourse } from '../plan-in-course.ts'
import { tellNotice } from './tell-notice.ts'
import { isPossible } from '../transitions.rules.ts'

/** Takes the step that an agreement's arrears call for today, if any. Twice on one day is once. While one of its debts is disputed or on hold there is none, and a notice is taken back. */
export async function watchArrears(work: Work, { creditorId, agreementId }: { creditorId: string; agreementId: string }): Promise<void> {
  const record = await lockAgreement(work.tx, creditorId, agreementId)
  // A court's plan ends by the court alone, and nobody is reminded of what they pay of their own will.
  if (!record || record.courtOrder || record.voluntary || !isPossible('break', record.status)) return
  const whole = await loadAgreement(work, agreementId)
  if (await isPaused(work.tx, creditorId, whole.debts.map(({ debtId }) => debtId))) return forgetNotice(work, record)
  const step = breakStep(planInCourse(whole), work.today)
  // Nobody is written to on a Sunday or a holiday, and the days of a notice begin when it can be read.
  if (step === 'give_notice' && isBusinessDay(work.today)) await giveNotice(work, whole)
  if (step === 'take_back_notice') await setBreakNotice(work.tx, record, null)
  if (step === 'break') await breakAgreement(work, whole)
}

// Who disputes does not hear of it, and nobody counts its days meanwhile: after the pause there is a new one.
async function forgetNotice(work: Work, record: AgreementRecord): Promise<void> {
  if (record.breakNoticeOn !== null) await setBreakNotice(work.tx, record, null)
}

async function giveNotice(work: Work, whole: AgreementWhole): Promise<void> {
  const { record, option: { breakRule } } = whole
  const { creditorId, id } = record
  const lastDayOn = lastDayOfNotice(work.today, breakRule)
  await setBreakNotice(work.tx, record, work.today)
  const agreementId = showId('agreement', id)
  await tellNotice(work, whole, lastDayOn)
  const data = { agreementId, noticeOn: work.today, lastDayOn }
  await recordChange(work, { creditorId, type: 'agreement.break_noticed', subject: agreementId, data })
}
