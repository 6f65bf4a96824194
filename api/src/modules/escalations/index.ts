export { escalationRoutes } from './escalations.routes.ts'
export { heedNewsOfEscalations } from './heed-news.ts'
export { tendEscalations } from './tend-escalations.ts'
