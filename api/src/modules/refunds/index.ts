export { refundRoutes } from './refunds.routes.ts'
export { oweRefund } from './owe-refund.ts'
export { isUnderWay, lockRefund, lockRefundOf, refundsOf, type RefundRecord } from './refunds.repository.ts'
export { confirmRefund } from './confirm-refund.ts'
