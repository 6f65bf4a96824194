import type { RulerStep } from '@repactua/shared/contract/rulers.ts'

const QUIET: RulerStep['channels'] = ['email', 'whatsapp', 'sms']
const QUICK: RulerStep['channels'] = ['push', 'whatsapp', 'sms', 'email']
/** A debt that came with more days of delay than these is an old one: it has a ladder of its own. */
const FRESH_DAYS = 30

/**
 * The ruler of a creditor that has none of its own: a friendly word before the due date, kind ones after it, an honest
 * deadline, near paydays, ever slower with age, and then an end. What the person asked for or has comes first. Installments
 * that come due are the reminders'; the answer to a dispute or a proposal, a notice and a promised day have messages of their own.
 */
export const DEFAULT_STEPS: readonly RulerStep[] = [
  { key: 'contraproposta', anchor: 'proposal_countered', offsetDays: 1, windowDays: 3, channels: QUICK, templateKey: 'proposal-countered' },
  { key: 'acordo-em-risco', anchor: 'agreement_at_risk', offsetDays: 0, windowDays: 5, channels: QUICK, templateKey: 'agreement-at-risk' },
  { key: 'parcela-atrasada', anchor: 'payment_late', offsetDays: 0, windowDays: 4, channels: QUICK, templateKey: 'installment-overdue' },
  { key: 'parcela-ainda-atrasada', anchor: 'payment_late', offsetDays: 7, windowDays: 4, channels: QUICK, templateKey: 'installment-overdue' },
  { key: 'oferta-vista', anchor: 'offer_not_signed', offsetDays: 1, windowDays: 3, channels: QUICK, templateKey: 'offer-not-signed', stopOn: ['open_proposal'] },

  due('antes-do-vencimento', -3, 1, 'debt-reminder'),
  due('d3', 3, 4, 'debt-reminder'),
  due('d10', 10, 4, 'debt-offer'),
  due('d20', 20, 5, 'debt-offer'),
  { ...due('d35', 35, 5, 'debt-offer'), onPayday: true },
  due('d60', 60, 7, 'debt-offer'),
  { ...due('d90', 90, 7, 'debt-offer'), onPayday: true },
  due('d150', 150, 10, 'debt-offer'),
  due('d240', 240, 15, 'debt-offer'),
  due('d360', 360, 15, 'debt-offer'),

  received('boas-vindas', 1, 7, 'debt-welcome'),
  { ...received('r10', 10, 5, 'debt-offer'), onPayday: true },
  received('r30', 30, 7, 'debt-offer'),
  { ...received('r60', 60, 7, 'debt-offer'), onPayday: true },
  received('r120', 120, 10, 'debt-offer'),
  received('r240', 240, 15, 'debt-offer'),
]

function due(key: string, offsetDays: number, windowDays: number, templateKey: string): RulerStep {
  return { key, anchor: 'debt_due', offsetDays, windowDays, channels: QUIET, templateKey, lateAtReceipt: { max: Math.min(FRESH_DAYS, offsetDays) }, stopOn: ['any_payment', 'open_proposal'] }
}

function received(key: string, offsetDays: number, windowDays: number, templateKey: string): RulerStep {
  return { key, anchor: 'debt_received', offsetDays, windowDays, channels: QUIET, templateKey, lateAtReceipt: { min: FRESH_DAYS + 1 }, stopOn: ['any_payment', 'any_dispute', 'open_proposal'] }
}
