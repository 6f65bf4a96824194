export { affordabilityRoutes } from './affordability.routes.ts'
