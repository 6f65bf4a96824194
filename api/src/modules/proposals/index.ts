export { proposalRoutes } from './proposals.routes.ts'
export { lapseAllReviews } from './lapse-reviews.ts'
export { tellDecision } from './tell-decision.ts'
