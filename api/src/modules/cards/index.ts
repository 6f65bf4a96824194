export { cardRoutes } from './cards.routes.ts'
export { confirmCheckout } from './confirm-checkout.ts'
export { sweepCheckouts } from './sweep-checkouts.ts'
export { confirmDispute } from './confirm-dispute.ts'
