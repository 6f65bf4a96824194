export { offerRoutes } from './offers.routes.ts'
export { findDebtsOfPerson } from './find-debts.ts'
export { loadSheet } from './load-sheet.ts'
export type { OfferSheetRecord } from './offers.repository.ts'
