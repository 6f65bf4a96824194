export { rulerRoutes } from './rulers.routes.ts'
