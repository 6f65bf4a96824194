import { createBrowserRouter } from 'react-router'
import { CpfPage } from '../features/sign-in/cpf-page.tsx'
import { patterns } from '../lib/paths.ts'
import { Loading } from '../ui/page.tsx'
import { ErrorPage } from './error-page.tsx'
import { Layout } from './layout.tsx'
import { NotFound } from './not-found.tsx'
import { PrivateArea } from './private-area.tsx'

/** The sign-in page travels with the first load; every other page comes when it is asked for. */
export const router = createBrowserRouter([
  {
    Component: Layout,
    HydrateFallback: Loading,
    ErrorBoundary: ErrorPage,
    children: [
      {
        ErrorBoundary: ErrorPage,
        children: [
          { path: patterns.signIn, Component: CpfPage },
          { path: patterns.code, lazy: async () => ({ Component: (await import('../features/sign-in/code-page.tsx')).CodePage }) },
          { path: patterns.help, lazy: async () => ({ Component: (await import('../features/help/help-page.tsx')).HelpPage }) },
          { path: patterns.verify, lazy: async () => ({ Component: (await import('../features/verification/verify-page.tsx')).VerifyPage }) },
          { path: patterns.verification, lazy: async () => ({ Component: (await import('../features/verification/verification-page.tsx')).VerificationPage }) },
          { path: patterns.messageLink, lazy: async () => ({ Component: (await import('../features/messages/link-page.tsx')).LinkPage }) },
          { path: patterns.checkMessage, lazy: async () => ({ Component: (await import('../features/messages/check-message-page.tsx')).CheckMessagePage }) },
          { path: patterns.checkedMessage, lazy: async () => ({ Component: (await import('../features/messages/checked-message-page.tsx')).CheckedMessagePage }) },
          { path: patterns.unsubscribe, lazy: async () => ({ Component: (await import('../features/messages/unsubscribe-page.tsx')).UnsubscribePage }) },
          {
            Component: PrivateArea,
            children: [
              { path: patterns.debts, lazy: async () => ({ Component: (await import('../features/debts/debts-page.tsx')).DebtsPage }) },
              { path: patterns.contest, lazy: async () => ({ Component: (await import('../features/disputes/contest-page.tsx')).ContestPage }) },
              { path: patterns.disputes, lazy: async () => ({ Component: (await import('../features/disputes/disputes-page.tsx')).DisputesPage }) },
              { path: patterns.chooseDebts, lazy: async () => ({ Component: (await import('../features/negotiation/choose-debts-page.tsx')).ChooseDebtsPage }) },
              { path: patterns.options, lazy: async () => ({ Component: (await import('../features/negotiation/options-page.tsx')).OptionsPage }) },
              { path: patterns.month, lazy: async () => ({ Component: (await import('../features/negotiation/month/month-page.tsx')).MonthPage }) },
              { path: patterns.check, lazy: async () => ({ Component: (await import('../features/negotiation/check-page.tsx')).CheckPage }) },
              { path: patterns.voluntary, lazy: async () => ({ Component: (await import('../features/negotiation/voluntary-page.tsx')).VoluntaryPage }) },
              { path: patterns.voluntaryOptions, lazy: async () => ({ Component: (await import('../features/negotiation/options-page.tsx')).OptionsPage }) },
              { path: patterns.voluntaryMonth, lazy: async () => ({ Component: (await import('../features/negotiation/month/month-page.tsx')).MonthPage }) },
              { path: patterns.voluntaryCheck, lazy: async () => ({ Component: (await import('../features/negotiation/check-page.tsx')).CheckPage }) },
              { path: patterns.proposeMonth, lazy: async () => ({ Component: (await import('../features/negotiation/own-offer/propose-month-page.tsx')).ProposeMonthPage }) },
              { path: patterns.proposeNow, lazy: async () => ({ Component: (await import('../features/negotiation/own-offer/propose-now-page.tsx')).ProposeNowPage }) },
              { path: patterns.proposeDay, lazy: async () => ({ Component: (await import('../features/negotiation/own-offer/propose-day-page.tsx')).ProposeDayPage }) },
              { path: patterns.proposeCheck, lazy: async () => ({ Component: (await import('../features/negotiation/own-offer/propose-check-page.tsx')).ProposeCheckPage }) },
              { path: patterns.proposals, lazy: async () => ({ Component: (await import('../features/negotiation/own-offer/proposals-page.tsx')).ProposalsPage }) },
              { path: patterns.proposal, lazy: async () => ({ Component: (await import('../features/negotiation/own-offer/proposal-page.tsx')).ProposalPage }) },
              { path: patterns.agreements, lazy: async () => ({ Component: (await import('../features/agreements/agreements-page.tsx')).AgreementsPage }) },
              { path: patterns.agreement, lazy: async () => ({ Component: (await import('../features/agreements/agreement-page.tsx')).AgreementPage }) },
              { path: patterns.repairs, lazy: async () => ({ Component: (await import('../features/repairs/repairs-page.tsx')).RepairsPage }) },
              { path: patterns.repair, lazy: async () => ({ Component: (await import('../features/repairs/repair-page.tsx')).RepairPage }) },
              { path: patterns.automaticPix, lazy: async () => ({ Component: (await import('../features/agreements/automatic-page.tsx')).AutomaticPage }) },
              { path: patterns.withdraw, lazy: async () => ({ Component: (await import('../features/agreements/withdraw-page.tsx')).WithdrawPage }) },
              { path: patterns.notices, lazy: async () => ({ Component: (await import('../features/preferences/notices-page.tsx')).NoticesPage }) },
              { path: patterns.profile, lazy: async () => ({ Component: (await import('../features/profile/profile-page.tsx')).ProfilePage }) },
              { path: patterns.sign, lazy: async () => ({ Component: (await import('../features/agreements/sign-page.tsx')).SignPage }) },
            ],
          },
          { path: '*', Component: NotFound },
        ],
      },
    ],
  },
])
