export { bankFileRoutes } from './bank-files.routes.ts'
