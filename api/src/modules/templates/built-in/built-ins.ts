import type { MessageTemplate } from '../message-template.ts'
import { agreementAtRisk } from './agreement-at-risk.ts'
import { agreementThanks } from './agreement-thanks.ts'
import { conversationReply } from './conversation-reply.ts'
import { debtLastDays } from './debt-last-days.ts'
import { debtOffer } from './debt-offer.ts'
import { debtReminder } from './debt-reminder.ts'
import { debtWelcome } from './debt-welcome.ts'
import { decisionReady } from './decision-ready.ts'
import { disputeAnswered } from './dispute-answered.ts'
import { installmentDueSoon } from './installment-due-soon.ts'
import { installmentDueToday } from './installment-due-today.ts'
import { installmentOverdue } from './installment-overdue.ts'
import { listingNotice } from './listing-notice.ts'
import { offerNotSigned } from './offer-not-signed.ts'
import { promiseNear } from './promise-near.ts'
import { proposalCountered } from './proposal-countered.ts'
import { proposalUnanswered } from './proposal-unanswered.ts'
import { protestNotice } from './protest-notice.ts'
import { serviceLimited } from './service-limited.ts'
import { serviceRestored } from './service-restored.ts'

/** The templates of the house, by their keys. */
export const BUILT_INS: ReadonlyMap<string, MessageTemplate> = new Map([
  debtWelcome,
  debtReminder,
  debtOffer,
  debtLastDays,
  offerNotSigned,
  proposalCountered,
  proposalUnanswered,
  promiseNear,
  installmentDueSoon,
  installmentDueToday,
  installmentOverdue,
  agreementAtRisk,
  agreementThanks,
  disputeAnswered,
  decisionReady,
  listingNotice,
  protestNotice,
  serviceLimited,
  serviceRestored,
  conversationReply,
].map((template) => [template.key, template]))
