import { endOfDay } from '../../platform/clock.ts'
import type { Work } from '../../platform/work.ts'
import { ANCHOR_PURPOSES } from '../../core/rulers/anchors.ts'
import type { DueStep, PlannedStep } from '../../core/rulers/types.ts'
import { queueMessages, type MessageDraft } from '../messaging/index.ts'
import { insertEntries } from './experiments/experiments.repository.ts'
import { experimentOn, type RulersInForce } from './load-rulers.ts'
import type { Day, PlannedPerson } from './plan-people.ts'
import { takenKey, takeSteps } from './steps-taken.repository.ts'

/**
 * Takes the steps of plans, puts their messages into the outbox and notes who came into an experiment, all in the caller's
 * transaction. What somebody else took meanwhile is left out. Gives back how many messages are new.
 */
export async function keepPlans(work: Work, creditorId: string, plans: readonly PlannedPerson[], { experiments }: RulersInForce, { on }: Pick<Day, 'on'>): Promise<number> {
  const all = plans.flatMap(({ plan }) => plan.step?.due ?? [])
  if (all.length === 0) return 0
  const mine = await takeSteps(work.tx, creditorId, all, on)
  const kept = plans.flatMap(({ person, plan: { step, arm } }) => {
    const due = step?.due.filter((one) => mine.has(takenKey(one))) ?? []
    return step && due.length > 0 ? [{ person, arm, step, due }] : []
  })
  await insertEntries(work.tx, creditorId, kept.flatMap(({ person: { debtorId }, step, arm }) => {
    const experiment = arm && experimentOn(experiments, step)
    return experiment ? [{ experimentId: experiment.id, debtorId, arm: arm.key }] : []
  }), work.clock.now())
  const { queued } = await queueMessages(work, kept.filter(({ arm }) => !arm?.nothing).map((one) => draftOf(creditorId, one)))
  return queued
}

interface Kept {
  person: PlannedPerson['person']
  arm: PlannedPerson['plan']['arm']
  step: PlannedStep
  due: readonly DueStep[]
}

function draftOf(creditorId: string, { person: { debtorId, cpfIndex }, arm, step, due }: Kept): MessageDraft {
  const { ruler: { rulerId }, step: { key, anchor }, templateKey, channels, notBefore, lastOn } = step
  const [first] = due
  const notAfter = endOfDay(lastOn)
  return {
    creditorId, debtorId, cpfIndex, templateKey, channels,
    purpose: ANCHOR_PURPOSES[anchor],
    stepKey: stepKeyOf(first!),
    values: { ...first!.occurrence.values },
    debtIds: [...new Set(due.flatMap(({ occurrence }) => occurrence.debtIds))],
    notBefore,
    notAfter: notAfter > notBefore ? notAfter : notBefore,
    origin: { rulerId, step: key, arm: arm?.key ?? null },
  }
}

/** How messaging knows a step: by the ruler's code, so that a new version does not send it again. */
export function stepKeyOf({ ruler, step, occurrence }: DueStep): string {
  return `ruler:${ruler.code}:${step.key}:${occurrence.id}`
}
