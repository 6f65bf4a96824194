import type { OfferOption } from '@repactua/shared/contract/offers.ts'
import { isBusinessDay } from '../../core/calendar/bank-holidays.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Work } from '../../platform/work.ts'
import { amountToday, installmentsOf, isInCourse, lockAgreement, type AgreementRecord, type InstallmentRecord } from '../agreements/index.ts'
import { findCreditor, walkCreditors } from '../creditors/index.ts'
import { agreementsToRemind, insertNotices, noticesOf } from './reminders.repository.ts'
import { noticeOf, reachOf } from './reminders.rules.ts'
import { tellInstallments, type News } from './tell-installments.ts'

/**
 * The round of a business day, tried each hour of it: tells of installments that come, are due or are overdue, each once. The
 * creditor's systems hear of each; the person by a message of this room, where no ruler of the creditor's speaks of them.
 */
export async function remindInstallments({ platform, logger }: Pick<JobDesk, 'platform' | 'logger'>): Promise<void> {
  if (!isBusinessDay(platform.clock.today())) return
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
  await tellInstallments(work, agreement, news)
  for (const each of news) await record(work, agreement, each)
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
