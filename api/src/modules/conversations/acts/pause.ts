import { addDays } from '@repactua/shared/time/local-date.ts'
import { recordChange } from '../../../platform/audit/record-change.ts'
import { endOfDay } from '../../../platform/clock.ts'
import { showId } from '../../../platform/ids.ts'
import { liveDebtsOf, pauseDebts } from '../../debts/index.ts'
import { keepWish, type Wish } from '../wishes.repository.ts'
import type { ActResult, Turn } from '../turn.ts'
import { callPeople } from './hand-over.ts'

/** After "I paid" (the states' laws, `quiet-hours` of the law). */
const CLAIM_DAYS = 2
/** Time to breathe and to look at what a month can bear; no law sets a number. */
const HARDSHIP_DAYS = 15

/** "I paid": the debts of these people rest for two days, at the word of whoever wrote. */
export async function pauseClaim(turn: Turn): Promise<ActResult> {
  const untilOn = addDays(turn.work.today, CLAIM_DAYS)
  await pause(turn, { reason: 'payment_search', untilOn })
  await silence(turn, CLAIM_DAYS, 'paid_claim')
  await tellOfClaim(turn, { type: 'payment.claimed', untilOn })
  return null
}

/** What the person sends of that payment stands in the thread, for the creditor's people to look for it. */
export async function keepReference(turn: Turn): Promise<ActResult> {
  await tellOfClaim(turn, { type: 'payment.claim_detailed' })
  return null
}

/** Somebody has died: these debts rest until the creditor has looked. */
export async function holdDeceased(turn: Turn): Promise<ActResult> {
  await pause(turn, { reason: 'death', untilOn: null })
  await callPeople(turn)
  return null
}

/** Nothing is written of collection for a while. The debts stay open: on hold, a smaller plan could not be offered. */
export async function pauseHardship(turn: Turn): Promise<ActResult> {
  const { site, creditor, values } = turn
  await silence(turn, HARDSHIP_DAYS, 'reply')
  Object.assign(values, { days: String(HARDSHIP_DAYS), link: `${site}/negociar/creditor_${creditor.id}/meu-mes` })
  return null
}

async function pause({ work, creditor, people }: Turn, hold: Parameters<typeof pauseDebts>[3]): Promise<void> {
  const debts = people.length === 0 ? [] : await liveDebtsOf(work.tx, creditor.id, people.map(({ id }) => id))
  await pauseDebts(work, creditor.id, debts.map(({ id }) => id), hold)
}

async function tellOfClaim({ work, creditor, thread, people }: Turn, { type, ...said }: { type: string; untilOn?: string }): Promise<void> {
  const data = { conversationId: showId('conversation', thread.id), debtorIds: people.map(({ id }) => showId('debtor', id)), ...said }
  await recordChange(work, { creditorId: creditor.id, type, subject: data.conversationId, data })
}

async function silence({ work, people }: Turn, days: number, source: Wish['source']): Promise<void> {
  const until = endOfDay(addDays(work.today, days))
  for (const { creditorId, cpfIndex } of people) await keepWish(work, { creditorId, cpfIndex, channel: null, purpose: 'collection', source, until })
}
