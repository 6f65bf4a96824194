import type { RulerStep } from '@repactua/shared/contract/rulers.ts'
import { CONTACT_CAPS } from '../contact/contact-caps.ts'
import { ANCHOR_PURPOSES, FORESEEN, isEvent, MOST_DAYS_AFTER_EVENT } from './anchors.ts'

/** What in a ruler can never take effect or says two things at once, with the field that it is in. */
export interface RulerFinding {
  pointer: string
  rule: string
  message: string
}

/** For how long a step is good that says nothing of it. */
export const WINDOW_DAYS = 3
/** Days after which no contract's term leaves a claim to collect (CC 205: ten years). */
const LONGEST_TERM_DAYS = 3_650

/** Looks over the steps by themselves: names given twice, days that never come, steps that another one always comes before. */
export function checkSteps(steps: readonly RulerStep[]): RulerFinding[] {
  return steps.flatMap((step, i) => [...twice(step, i, steps), ...days(step, i), ...lateDays(step, i), ...receipt(step, i), ...pushAlone(step, i), ...shadowed(step, i, steps), ...overCap(step, i, steps)])
}

function twice({ key }: RulerStep, i: number, steps: readonly RulerStep[]): RulerFinding[] {
  return steps.findIndex((other) => other.key === key) < i ? [finding(i, 'key', 'step-twice', `O passo ${key} aparece mais de uma vez.`)] : []
}

function days({ anchor, offsetDays, windowDays = WINDOW_DAYS }: RulerStep, i: number): RulerFinding[] {
  if (offsetDays < 0 && !FORESEEN.has(anchor)) return [finding(i, 'offsetDays', 'step-before-event', 'Nada pode ser enviado antes de um acontecimento que ninguém prevê.')]
  if (offsetDays < 0 && offsetDays + windowDays >= 0) return [finding(i, 'windowDays', 'step-crosses-due-date', 'Um lembrete de antes do vencimento não pode chegar depois dele: encurte a janela.')]
  if (offsetDays < 1 && anchor === 'proposal_countered') return [finding(i, 'offsetDays', 'step-told-already', 'A contraproposta já é avisada na hora: o lembrete dela começa no dia seguinte.')]
  return []
}

function lateDays({ anchor, offsetDays }: RulerStep, i: number): RulerFinding[] {
  if (isEvent(anchor) && offsetDays > MOST_DAYS_AFTER_EVENT) return [finding(i, 'offsetDays', 'step-long-after-event', `Depois de ${MOST_DAYS_AFTER_EVENT} dias o acontecimento já não diz nada: aproxime o passo.`)]
  return anchor === 'debt_due' && offsetDays >= LONGEST_TERM_DAYS ? [finding(i, 'offsetDays', 'step-after-prescription', 'Depois de dez anos toda dívida está prescrita: o passo nunca seria dado.')] : []
}

function receipt({ anchor, lateAtReceipt, offsetDays }: RulerStep, i: number): RulerFinding[] {
  if (!lateAtReceipt) return []
  if (anchor !== 'debt_due' && anchor !== 'debt_received') return [finding(i, 'lateAtReceipt', 'receipt-of-debts-alone', 'Só passos de dívidas olham o atraso da chegada.')]
  const { min, max } = bounds(lateAtReceipt)
  if (min > max) return [finding(i, 'lateAtReceipt', 'receipt-order', 'O mínimo é maior que o máximo.')]
  const isNever = anchor === 'debt_due' ? min > offsetDays : max < 0
  return isNever ? [finding(i, 'lateAtReceipt', 'step-unreachable', 'Nenhuma dívida chega a este passo: o dia dele passa antes, ou não vem.')] : []
}

// Which browsers take messages is known when one is sent: whoever has none would never get the step.
function pushAlone({ channels }: RulerStep, i: number): RulerFinding[] {
  return channels.every((channel) => channel === 'push') ? [finding(i, 'channels', 'push-alone', 'Notificações chegam só a quem as ligou: dê outro canal ao passo.')] : []
}

// What went for a debt keeps the next message about it back for some days: a step that is over by then is never taken.
function overCap(step: RulerStep, i: number, steps: readonly RulerStep[]): RulerFinding[] {
  if (ANCHOR_PURPOSES[step.anchor] === 'service' || step.onPayday) return []
  const { days: gap } = CONTACT_CAPS.find(({ rule }) => rule === 'debt_days')!
  const lastDay = step.offsetDays + (step.windowDays ?? WINDOW_DAYS)
  const before = steps.find((other) => other.anchor === step.anchor && !other.onPayday && other.offsetDays < step.offsetDays && lastDay < other.offsetDays + gap && reachesAllOf(other, step))
  return before ? [finding(i, 'offsetDays', 'step-over-cap', `Uma dívida rende no máximo uma mensagem a cada ${gap} dias: depois de ${before.key} este passo nunca seria dado.`)] : []
}

// A step for everybody, or for the same people, on the same day comes first whenever this one could.
function shadowed(step: RulerStep, i: number, steps: readonly RulerStep[]): RulerFinding[] {
  const first = steps.slice(0, i).find((other) => isSameDay(other, step) && reachesAllOf(other, step))
  return first ? [finding(i, 'offsetDays', 'step-shadowed', `O passo ${first.key} é do mesmo dia e das mesmas pessoas: uma pessoa recebe uma mensagem por dia.`)] : []
}

function isSameDay(a: RulerStep, b: RulerStep): boolean {
  return a.anchor === b.anchor && a.offsetDays === b.offsetDays && a.onPayday === b.onPayday
}

function reachesAllOf(wide: RulerStep, narrow: RulerStep): boolean {
  const outer = bounds(wide.lateAtReceipt)
  const inner = bounds(narrow.lateAtReceipt)
  const hasAllPeople = wide.segmentId === undefined || wide.segmentId === narrow.segmentId
  const stopsNoMore = (wide.stopOn ?? []).every((stop) => narrow.stopOn?.includes(stop))
  return hasAllPeople && stopsNoMore && outer.min <= inner.min && inner.max <= outer.max
}

function bounds(range: RulerStep['lateAtReceipt']): { min: number; max: number } {
  return { min: range?.min ?? -Infinity, max: range?.max ?? Infinity }
}

function finding(i: number, field: keyof RulerStep, rule: string, message: string): RulerFinding {
  return { pointer: `/steps/${i}/${field}`, rule, message }
}
