export { offerRoutes } from './offers.routes.ts'
export { loadSheet } from './load-sheet.ts'
export type { OfferSheetRecord } from './offers.repository.ts'
