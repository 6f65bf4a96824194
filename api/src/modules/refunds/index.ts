export { refundRoutes } from './refunds.routes.ts'
export { oweRefund } from './owe-refund.ts'
export { refundsOf, type RefundRecord } from './refunds.repository.ts'
