export { heedNewsOfServices } from './heed-news.ts'
export { serviceRuleRoutes } from './service-rules.routes.ts'
export { tendRestrictions } from './tend-restrictions.ts'
