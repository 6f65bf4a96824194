import type { ContactRule, Purpose } from '@repactua/shared/contract/messaging.ts'
import { daysBetween } from '@repactua/shared/time/local-date.ts'
import { currentRule } from '../legal/legal-rules.ts'
import { clocksOf, localMinuteOf, startOfDay } from './local-clock.ts'
import type { ContactHold, ContactQuestion, PastContact } from './types.ts'

/** At most so many in so many days of the person's own clock, the day of the question included. */
interface Cap {
  rule: ContactRule
  most: number
  days: number
  /** Which messages it holds back, and which of those that went before it counts. */
  holds(question: ContactQuestion): boolean
  counts(past: PastContact): boolean
}

const WEEK = 7
const collects = ({ purpose }: { purpose: Purpose }) => purpose === 'collection'
const serves = ({ purpose }: { purpose: Purpose }) => purpose === 'service'
const calls = ({ channel }: Pick<ContactQuestion, 'channel'>) => channel === 'voice'

/**
 * The house's own measure, over all rulers and creditors; a day of calls is the law's. What goes to a shared phone or mailbox
 * counts for each who has it. Messages of a plan or a request that the person has are counted apart, more freely.
 */
export const CONTACT_CAPS: readonly Cap[] = [
  { rule: 'person_day', most: 1, days: 1, holds: collects, counts: (past) => collects(past) && past.samePerson },
  { rule: 'person_week', most: 3, days: WEEK, holds: collects, counts: (past) => collects(past) && past.samePerson },
  { rule: 'address_day', most: 1, days: 1, holds: collects, counts: (past) => collects(past) && past.sameAddress },
  { rule: 'address_week', most: 3, days: WEEK, holds: collects, counts: (past) => collects(past) && past.sameAddress },
  { rule: 'debt_days', most: 1, days: 3, holds: collects, counts: (past) => collects(past) && past.sameDebt },
  { rule: 'person_day', most: 4, days: 1, holds: serves, counts: (past) => serves(past) && past.samePerson },
  { rule: 'address_day', most: 6, days: 1, holds: serves, counts: (past) => serves(past) && past.sameAddress },
  { rule: 'calls_day', most: currentRule('calls-a-day').number!, days: 1, holds: calls, counts: (past) => calls(past) && (past.samePerson || past.sameAddress) },
]

/** The caps that are reached at an instant, each until the day on which one more fits. */
export function capsReached(question: ContactQuestion, at: Date): ContactHold[] {
  const [offset] = clocksOf(question)
  const today = localMinuteOf(at, offset!).on
  return CONTACT_CAPS.filter((cap) => cap.holds(question)).flatMap((cap) => {
    const days = question.sentBefore.filter((past) => past.at <= at && cap.counts(past)).map((past) => localMinuteOf(past.at, offset!).on)
    const within = days.filter((on) => daysBetween(on, today) < cap.days).sort()
    // One more fits when so many of them, oldest first, lie too far back.
    const oldest = within[within.length - cap.most]
    return oldest === undefined ? [] : [{ rule: cap.rule, until: startOfDay(oldest, cap.days, offset!) }]
  })
}
