import type { Anchor, ExtraStop } from '@repactua/shared/contract/rulers.ts'
import { addDays, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { ANCHOR_PURPOSES } from './anchors.ts'
import type { DebtFacts, DueStep, PersonDetails, PersonFacts } from './types.ts'

/** After a payment nobody is asked for more at once. */
const CALM_DAYS = 5
const LONG_CALM_DAYS = 30

/** What holds a person of whom this is known: all messages, whatever they are about. */
const OF_THE_PERSON = ['death', 'wrong_person', 'hardship'] as const
/** What is asked for by an agreement, which is of all of its debts. */
const OF_PLANS: ReadonlySet<Anchor> = new Set<Anchor>(['installment_due', 'payment_late', 'agreement_at_risk'])

/**
 * Which rule keeps a step from being taken for a person on a day, before hours, caps and wishes are asked: null where none.
 * `details` are not known where only what ends a message is asked for.
 */
export function stopOf(person: PersonFacts, due: DueStep, on: LocalDate, details: PersonDetails | null): string | null {
  return stopOfPerson(person, due) ?? stopOfDebts(person, due, on) ?? stopOfPromise(person, due, on) ?? (details && calmOf(due, details, on)) ?? extraStop(person, due, details)
}

// Hardship lets through what the person has asked for or signed; a death and a wrong person let nothing through.
function stopOfPerson({ debts }: PersonFacts, { step }: DueStep): string | null {
  const held = OF_THE_PERSON.find((reason) => debts.some(({ hold }) => hold === reason))
  return held === 'hardship' && ANCHOR_PURPOSES[step.anchor] === 'service' ? null : (held ?? null)
}

// A message goes as long as one of the debts that it is about may be spoken of; of a plan only while none of its debts is paused.
function stopOfDebts({ debts }: PersonFacts, { step, occurrence }: DueStep, on: LocalDate): string | null {
  const isService = ANCHOR_PURPOSES[step.anchor] === 'service'
  const stops = occurrence.debtIds.map((id) => {
    const debt = debts.find((one) => one.id === id)
    return debt ? stopOfDebt(debt, on, isService) : 'settled'
  })
  const paused = OF_PLANS.has(step.anchor) ? stops.find((stop) => stop === 'dispute' || stop === 'hold') : undefined
  return paused ?? (stops.includes(null) ? null : (stops[0] ?? 'settled'))
}

function stopOfDebt({ status, pause, prescribesOn }: DebtFacts, on: LocalDate, isService: boolean): string | null {
  if (status === 'disputed') return 'dispute'
  if (status === 'on_hold') return 'hold'
  if (status === 'in_agreement') return isService ? pause : 'agreement'
  if (status !== 'open') return status
  return prescribesOn < on ? 'barred' : null
}

// Who has said on which day they pay is not asked again before it.
function stopOfPromise({ promisedOn }: PersonFacts, { step }: DueStep, on: LocalDate): string | null {
  if (ANCHOR_PURPOSES[step.anchor] === 'service') return null
  return promisedOn !== null && on <= promisedOn ? 'promise' : null
}

function calmOf({ step, occurrence }: DueStep, { profile }: PersonDetails, on: LocalDate): string | null {
  if (ANCHOR_PURPOSES[step.anchor] === 'service') return null
  if (profile.daysSincePayment !== null && profile.daysSincePayment <= CALM_DAYS) return 'payment'
  return step.anchor === 'debt_due' && step.offsetDays >= 0 && on < addDays(occurrence.on, profile.graceDays) ? 'grace' : null
}

function extraStop(person: PersonFacts, { step }: DueStep, details: PersonDetails | null): string | null {
  return (step.stopOn ?? []).find((stop) => EXTRA[stop](person, details)) ?? null
}

const EXTRA: Record<ExtraStop, (person: PersonFacts, details: PersonDetails | null) => boolean> = {
  any_payment: (_person, details) => details !== null && details.profile.daysSincePayment !== null && details.profile.daysSincePayment <= LONG_CALM_DAYS,
  any_agreement: ({ agreements }) => agreements.length > 0,
  any_dispute: ({ debts }) => debts.some(({ status }) => status === 'disputed'),
  open_proposal: ({ hasOpenProposal }) => hasOpenProposal,
}
