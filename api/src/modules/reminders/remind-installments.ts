import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { mayWriteAt } from '../../core/calendar/contact-hours.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { localHourOf } from '../../platform/clock.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { amountToday, installmentsOf, isInCourse, lockAgreement, type AgreementRecord, type InstallmentRecord } from '../agreements/index.ts'
import { findCreditor, walkCreditors } from '../creditors/index.ts'
import { agreementsToRemind, insertNotices, noticesOf } from './reminders.repository.ts'
import { noticeOf, reachOf, type NoticeKind } from './reminders.rules.ts'

/**
 * The round of a morning, tried each hour of it: tells of installments that come, are due or are overdue, each once. Only on
 * business days and in the hours in which a person may be written to.
 */
export async function remindInstallments({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  const now = platform.clock.now()
  if (!mayWriteAt({ on: platform.clock.today(), hour: localHourOf(now) })) return
  await walkCreditors({ platform, logger }, {
    find: async (work, creditorId) => agreementsToRemind(work.tx, creditorId, reachOf(work.today, await daysBefore(work, creditorId))),
    take: remind,
  })
}

async function daysBefore(work: Work, creditorId: string): Promise<number> {
  return (await findCreditor(work.tx, creditorId))!.remindDaysBefore
}

// Under the agreement's lock: a payment and a reminder wait for each other, and the second worker finds the first one's rows.
async function remind(work: Work, creditorId: string, agreementId: string): Promise<void> {
  const agreement = await lockAgreement(work.tx, creditorId, agreementId)
  if (!agreement || agreement.voluntary || !isInCourse(agreement.status)) return
  const news = await newsOf(work, agreement)
  if (news.length === 0) return
  await insertNotices(work.tx, news.map(({ installment: { creditorId, agreementId, number, dueOn }, kind }) => ({ creditorId, agreementId, installmentNumber: number, kind, dueOn, createdAt: work.clock.now() })))
  await sendMails(work, agreement, news)
  for (const each of news) await record(work, agreement, each)
}

interface News {
  installment: InstallmentRecord
  kind: NoticeKind
}

async function newsOf(work: Work, agreement: AgreementRecord): Promise<News[]> {
  const days = await daysBefore(work, agreement.creditorId)
  const told = new Set((await noticesOf(work.tx, agreement)).map(({ installmentNumber, kind, dueOn }) => `${installmentNumber} ${kind} ${dueOn}`))
  const installments = await installmentsOf(work.tx, [agreement])
  return installments.flatMap((installment) => {
    const kind = noticeOf(installment, work.today, days)
    return kind && !told.has(`${installment.number} ${kind} ${installment.dueOn}`) ? [{ installment, kind }] : []
  })
}

// One mail of what comes and one of what is late, however many installments there are.
async function sendMails(work: Work, { creditorId, id: agreementId }: AgreementRecord, news: readonly News[]): Promise<void> {
  for (const [mood, of] of Map.groupBy(news, ({ kind }) => (kind === 'overdue' ? 'overdue' : 'due'))) {
    const installmentNumbers = of.map(({ installment }) => installment.number)
    await work.jobs.send(work.tx, 'tell-installment', { creditorId, agreementId, mood, installmentNumbers })
  }
}

// What the term says of delay, and what that comes to on this day; it is reckoned anew on the day on which somebody asks.
async function chargesOn(work: Work, { creditorId, optionDocument }: AgreementRecord, installment: InstallmentRecord) {
  const option = JSON.parse(optionDocument) as OfferOption
  const { regime } = (await findCreditor(work.tx, creditorId))!
  const { amountCents, items } = amountToday({ option, regime }, installment, work.today)
  const { lateFeeBps, defaultInterestMonthlyBps } = option
  return { lateFeeBps, defaultInterestMonthlyBps, amountCents: centsNumber(amountCents), items: items.map(({ kind, cents }) => ({ kind, cents: centsNumber(cents) })) }
}

async function record(work: Work, agreement: AgreementRecord, { installment, kind }: News): Promise<void> {
  const { creditorId } = agreement
  const agreementId = showId('agreement', agreement.id)
  const { number: installmentNumber, dueOn, amountCents, paidCents } = installment
  const data = { agreementId, installmentNumber, dueOn, openCents: centsNumber(amountCents - paidCents), asOf: work.today }
  await recordChange(work, { creditorId, type: `installment.${kind}`, subject: agreementId, data: kind === 'overdue' ? { ...data, ...(await chargesOn(work, agreement, installment)) } : data })
}
