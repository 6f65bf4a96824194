export { webhookRoutes } from './webhooks.routes.ts'
export { runWebhooks } from './run-webhooks.ts'
export { relayEvents } from './relay-events.ts'
export { deliverDue } from './deliveries/deliver-due.ts'
