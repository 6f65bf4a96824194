export { amendmentRoutes } from './amendments.routes.ts'
export { undoFulfilment } from './undo-fulfilment.ts'
export { fulfilAmendment, missingCents } from './fulfil-amendment.ts'
