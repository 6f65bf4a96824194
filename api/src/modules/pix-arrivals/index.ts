export { pixWebhookRoutes } from './pix-webhooks.routes.ts'
export { pixSweepRoutes } from './pix-sweeps.routes.ts'
export { confirmPix } from './confirm-pix.ts'
export { sweepAllPix, sweepPix } from './sweep-pix.ts'
