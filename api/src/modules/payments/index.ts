export { paymentRoutes } from './payments.routes.ts'
export { isPosted, postPayment } from './post-payment.ts'
