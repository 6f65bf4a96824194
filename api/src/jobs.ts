import type { JobDesk } from './platform/jobs/job-desk.ts'
import { readCarrierNews } from './read-carrier-news.ts'
import { runJobs } from './platform/jobs/run-jobs.ts'
import { purgeExpired } from './platform/db/purge-expired.ts'
import { sendCode } from './modules/identity/index.ts'
import { expireAgreements, watchAllArrears } from './modules/agreements/index.ts'
import { remindInstallments } from './modules/reminders/index.ts'
import { heedNewsOfEscalations, tendEscalations } from './modules/escalations/index.ts'
import { heedNewsOfServices, tendRestrictions } from './modules/service-rules/index.ts'
import { alarmAllDelistings } from './modules/delistings/index.ts'
import { giveStatements } from './modules/yearly-statements/index.ts'
import { endLapsedHolds, mergeImport } from './modules/debts/index.ts'
import { alarmAllDisputes } from './modules/disputes/index.ts'
import { confirmCheckout, confirmDispute, sweepCheckouts } from './modules/cards/index.ts'
import { alarmConversations, indexNumbers, sendPixCode, sendReplies, settlePromises } from './modules/conversations/index.ts'
import { offerTemplate } from './modules/channels/index.ts'
import { endAtBank, tendLeaves } from './modules/automatic-pix/index.ts'
import { connectAccount } from './modules/pix-accounts/index.ts'
import { confirmPix, sweepAllPix, sweepPix } from './modules/pix-arrivals/index.ts'
import { removePixCharge, tidyPixCharges } from './modules/pix-charges/index.ts'
import { pollRefunds, sendRefund } from './modules/pix-refunds/index.ts'
import { lapseAllReviews } from './modules/proposals/index.ts'
import { forgetRulers, planRulers, runRulerSimulation } from './modules/rulers/index.ts'
import { forgetTests, sendTest } from './modules/templates/index.ts'
import { alarmProfileReviews } from './modules/segments/index.ts'
import { forgetSimulations, runSimulation } from './modules/simulations/index.ts'

/** Every queue and who works on it. Gives back how to stop. */
export function startJobs(desk: JobDesk): Promise<() => Promise<void>> {
  return runJobs(desk, {
    'send-code': (data) => sendCode(desk, data),
    'merge-import': (data) => mergeImport(desk.platform, data),
    'remind-installments': () => remindInstallments(desk),
    'watch-arrears': () => allOf([
      expireAgreements(desk), watchAllArrears(desk), giveStatements(desk), settlePromises(desk), alarmProfileReviews(desk), tendEscalations(desk), tendRestrictions(desk),
      ...[alarmAllDelistings, alarmAllDisputes, endLapsedHolds, indexNumbers].map((round) => round(desk.platform)),
    ]),
    'hear-news': (data) => allOf([heedNewsOfEscalations, heedNewsOfServices].map((heed) => heed(desk.platform, data))),
    'simulate-policy': (data) => runSimulation(desk.platform, data),
    'connect-pix-account': (data) => connectAccount(desk.platform, data),
    'remove-pix-charge': (data) => removePixCharge(desk.platform, data),
    'send-pix-refund': (data) => sendRefund(desk.platform, data),
    'tidy-pix-charges': () => allOf([tidyPixCharges(desk), pollRefunds(desk.platform), tendLeaves(desk)]),
    'end-automatic-pix': (data) => endAtBank(desk.platform, data),
    'confirm-pix': (data) => confirmPix(desk, data),
    'sweep-all-pix': () => sweepAllPix(desk.platform),
    'sweep-pix': (data) => sweepPix(desk, data),
    'confirm-card-checkout': (data) => confirmCheckout(desk.platform, data),
    'confirm-card-dispute': (data) => confirmDispute(desk, data),
    'send-template-test': (data) => sendTest(desk, data),
    'sweep-card-checkouts': () => sweepCheckouts(desk),
    'send-replies': (data) => sendReplies(desk, data),
    'send-pix-code': (data) => sendPixCode(desk.platform, data),
    'alarm-conversations': () => alarmConversations(desk),
    'submit-whatsapp-template': (data) => offerTemplate(desk.platform, data),
    'read-carrier-news': (data) => readCarrierNews(desk.platform, data),
    'plan-rulers': (data) => planRulers(desk.platform, data),
    'simulate-ruler': (data) => runRulerSimulation(desk.platform, data),
    'purge-expired': () => allOf([purgeExpired, forgetSimulations, forgetRulers, forgetTests, lapseAllReviews].map((round) => round(desk.platform))),
  })
}

// Rounds that share an hour have nothing else in common: one that fails ends none of the others, and is tried again with them.
async function allOf(rounds: readonly Promise<void>[]): Promise<void> {
  const failed = (await Promise.allSettled(rounds)).filter((round) => round.status === 'rejected')
  if (failed.length > 0) throw new AggregateError(failed.map(({ reason }) => reason as unknown), `${failed.length} rounds of the night failed`)
}
