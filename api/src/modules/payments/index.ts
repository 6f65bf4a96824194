export { paymentRoutes } from './payments.routes.ts'
export { receiveMoney } from './arrivals/receive-money.ts'
export type { Arrival, Received } from './arrivals/arrival.ts'
