export { amendmentRoutes } from './amendments.routes.ts'
export { fulfilAmendment, missingCents } from './fulfil-amendment.ts'
