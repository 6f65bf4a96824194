import { agreementsAgreeWithEntries } from './agreements-agree-with-entries.ts'
import { agreementsSum } from './agreements-sum.ts'
import { answersAreTrue } from './answers-are-true.ts'
import { auditChain } from './audit-chain.ts'
import { auditSeals } from './audit-seals.ts'
import { campaignsSpent } from './campaigns-spent.ts'
import { changesAreTold } from './changes-are-told.ts'
import { debtPaymentsHaveTheirDay } from './debt-payments-have-their-day.ts'
import { debtsAgreeWithEntries } from './debts-agree-with-entries.ts'
import { debtsFitAgreements } from './debts-fit-agreements.ts'
import { debtsFitDisputes } from './debts-fit-disputes.ts'
import { entriesBalance } from './entries-balance.ts'
import { escalationsFitDebts } from './escalations-fit-debts.ts'
import { heldAgreesWithEntries } from './held-agrees-with-entries.ts'
import { installmentsAgreeWithEntries } from './installments-agree-with-entries.ts'
import { installmentsSum } from './installments-sum.ts'
import type { Invariant } from './invariant.ts'
import { jobsHaveOneState } from './jobs-have-one-state.ts'
import { lateChargesAgreeWithEntries } from './late-charges-agree-with-entries.ts'
import { messagesAgreeWithAttempts } from './messages-agree-with-attempts.ts'
import { messagesGoOnce } from './messages-go-once.ts'
import { moneyIsInteger } from './money-is-integer.ts'
import { nothingInFlight } from './nothing-in-flight.ts'
import { oneLiveAgreement } from './one-live-agreement.ts'
import { paidAtMostDue } from './paid-at-most-due.ts'
import { paymentsCountOnce } from './payments-count-once.ts'
import { refundsAgreeWithEntries } from './refunds-agree-with-entries.ts'
import { reversalsAgreeWithEntries } from './reversals-agree-with-entries.ts'
import { sealedTerms } from './sealed-terms.ts'
import { sentWords } from './sent-words.ts'
import { signedHashes } from './signed-hashes.ts'
import { statesAreTold } from './states-are-told.ts'

/** Everything that must hold, from the debts over the plans and the books to the trail of it all. */
export const INVARIANTS: readonly Invariant[] = [
  oneLiveAgreement, debtsFitAgreements, debtsFitDisputes, escalationsFitDebts,
  moneyIsInteger, agreementsSum, installmentsSum, paidAtMostDue, paymentsCountOnce,
  entriesBalance, installmentsAgreeWithEntries, agreementsAgreeWithEntries, debtsAgreeWithEntries, debtPaymentsHaveTheirDay, lateChargesAgreeWithEntries, refundsAgreeWithEntries, reversalsAgreeWithEntries, heldAgreesWithEntries, campaignsSpent,
  changesAreTold, statesAreTold, auditChain, auditSeals, signedHashes, sealedTerms,
  messagesGoOnce, messagesAgreeWithAttempts, sentWords,
  jobsHaveOneState, nothingInFlight, answersAreTrue,
]
