export { proposalRoutes } from './proposals.routes.ts'
export { lapseAllReviews } from './lapse-reviews.ts'
export { answersOfOver } from './tell-answer.ts'
