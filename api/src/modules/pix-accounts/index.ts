export { pixAccountRoutes } from './pix-accounts.routes.ts'
export { connectAccount } from './connect-account.ts'
