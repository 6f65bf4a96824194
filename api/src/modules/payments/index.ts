export { paymentRoutes } from './payments.routes.ts'
export { receiveMoney } from './arrivals/receive-money.ts'
export type { Arrival, Received } from './arrivals/arrival.ts'
export { pixOf } from './pix-payments.ts'
