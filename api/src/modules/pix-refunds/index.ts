export { pixRefundRoutes } from './pix-refunds.routes.ts'
export { pollRefunds } from './poll-refunds.ts'
export { sendRefund } from './send-refund.ts'
export { findPart, takeReturn } from './take-return.ts'
