export { rulerRoutes } from './rulers.routes.ts'
export { planRulers } from './plan-rulers.ts'
export { stillWanted } from './still-wanted.ts'
