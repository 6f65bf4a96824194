import { addDays } from '@repactua/shared/time/local-date.ts'
import { isOpen } from '../../core/repairs/open-installments.ts'
import { endOfDay } from '../../platform/clock.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { debtsOf, installmentsOf, planStop, type AgreementRecord, type InstallmentRecord } from '../agreements/index.ts'
import { queueMessages, type AskedMessage, type MessageDraft, type StillWanted } from '../messaging/index.ts'
import { remindedByRulers } from '../rulers/index.ts'
import type { NoticeKind } from './reminders.rules.ts'

/** What is to be told of an installment. */
export interface News {
  installment: InstallmentRecord
  kind: NoticeKind
}

const STEP_KEY = /^installment:(?<agreementId>[^:]+):(?<number>\d+):/
const TEMPLATES = { due_soon: 'installment-due-soon', due_today: 'installment-due-today', overdue: 'installment-overdue' } as const
/** Days within which a reminder of what is late is worth sending. */
const LATE_DAYS = 4

/**
 * Tells a person of an agreement's installments: one message of what comes and one of what is late, however many there are, each
 * by the first of them. What the creditor's rulers speak of is left to them.
 */
export async function tellInstallments(work: Work, agreement: AgreementRecord, news: readonly News[]): Promise<void> {
  const byRulers = await remindedByRulers(work.tx, agreement.creditorId)
  const ofMood = (isOverdue: boolean) => news.filter(({ kind }) => (kind === 'overdue') === isOverdue).slice(0, 1)
  const told = [...(byRulers.due ? [] : ofMood(false)), ...(byRulers.late ? [] : ofMood(true))]
  if (told.length === 0) return
  const debtIds = (await debtsOf(work.tx, [agreement])).map(({ debtId }) => debtId)
  await queueMessages(work, told.map((one) => draftOf(work, agreement, one, debtIds)))
}

function draftOf(work: Work, { creditorId, id, debtorId, cpfIndex }: AgreementRecord, { installment: { number, dueOn }, kind }: News, debtIds: readonly string[]): MessageDraft {
  return {
    creditorId, debtorId, cpfIndex, purpose: 'service', stepKey: `installment:${id}:${number}:${dueOn}:${kind}`, templateKey: TEMPLATES[kind], values: { agreementId: showId('agreement', id), dueOn },
    channels: ['email', 'sms'], debtIds, notBefore: work.clock.now(), notAfter: endOfDay(kind === 'overdue' ? addDays(work.today, LATE_DAYS) : dueOn), origin: null,
  }
}

/** Reminders of what was paid meanwhile, and of agreements that are over or of which a debt is disputed or on hold. */
export const remindersOfOver: StillWanted = async (work, messages) => {
  const reasons = new Map<string, string>()
  for (const message of messages) {
    const reason = await whyNot(work, message)
    if (reason !== null) reasons.set(message.id, reason)
  }
  return reasons
}

async function whyNot(work: Work, { creditorId, stepKey, debtIds }: AskedMessage): Promise<string | null> {
  const { agreementId, number } = STEP_KEY.exec(stepKey)?.groups ?? {}
  if (agreementId === undefined) return null
  const stop = await planStop(work, { creditorId, agreementId, debtIds })
  if (stop !== null) return stop
  const installments = await installmentsOf(work.tx, [{ creditorId, id: agreementId }])
  return installments.some((one) => one.number === Number(number) && isOpen(one)) ? null : 'installment_over'
}
