import type { Preview, PreviewPerson } from '@repactua/shared/contract/rulers.ts'
import { isBusinessDay } from '../../core/calendar/bank-holidays.ts'
import type { HeldStep, PlannedStep } from '../../core/rulers/types.ts'
import { showId } from '../../platform/ids.ts'
import { shownReason } from '../messaging/index.ts'
import type { PlannedPerson } from './plan-people.ts'
import type { Previewed } from './preview-ruler.ts'

export function presentPreview({ ruler: { code }, on, people, plans, externalIds, limit, nextCursor }: Previewed): Preview {
  const own = plans.map((one) => ofRuler(one, code))
  const sent = own.flatMap(({ step, heldOut }) => (step && !heldOut ? [step] : []))
  return {
    on, people, nextCursor,
    isContactDay: isBusinessDay(on),
    messages: sent.length,
    heldOut: own.filter(({ step, heldOut }) => step && heldOut).length,
    steps: counted(sent, ({ step: { key }, channel }) => `${key} ${channel}`).map(([{ step, channel }, messages]) => ({ step: step.key, channel, messages })),
    held: counted(own.flatMap(({ held }) => held), ({ due, rule }) => `${due.step.key} ${rule}`).map(([{ due, rule }, count]) => ({ step: due.step.key, rule, count })),
    data: own.slice(0, limit).map((one) => presentPerson(one, externalIds)),
    unlisted: Math.max(0, own.length - limit),
  }
}

interface OwnPlan {
  debtorId: string
  step: PlannedStep | null
  arm: string | null
  heldOut: boolean
  held: readonly (Omit<HeldStep, 'rule'> & { rule: string })[]
}

function ofRuler({ person: { debtorId }, plan: { step, arm, held } }: PlannedPerson, code: string): OwnPlan {
  return {
    debtorId,
    step: step?.ruler.code === code ? step : null,
    arm: arm?.key ?? null,
    heldOut: arm?.nothing ?? false,
    // Of caps over all creditors no more than that one held a step: who else wrote to a person is not this creditor's to learn.
    held: held.filter(({ due }) => due.ruler.code === code).map((one) => ({ ...one, rule: shownReason(one.rule) })),
  }
}

function counted<T>(list: readonly T[], nameOf: (one: T) => string): [T, number][] {
  return [...Map.groupBy(list, nameOf).values()].map((group) => [group[0]!, group.length])
}

function presentPerson({ debtorId, step, arm, heldOut, held }: OwnPlan, externalIds: ReadonlyMap<string, string>): PreviewPerson {
  const debtIds = new Set([...(step?.debtIds ?? []), ...held.flatMap(({ due }) => due.occurrence.debtIds)])
  return {
    debtorId: showId('debtor', debtorId),
    debts: [...debtIds].flatMap((id) => externalIds.get(id) ?? []),
    message: step && { step: step.step.key, templateKey: step.templateKey, channel: step.channel, notBefore: step.notBefore.toISOString(), goodUntil: step.lastOn, arm, heldOut },
    held: held.map(({ due, rule, until }) => ({ step: due.step.key, rule, until })),
  }
}
