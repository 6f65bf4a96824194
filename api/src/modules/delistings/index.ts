export { delistingRoutes } from './delistings.routes.ts'
export { startDelisting } from './start-delisting.ts'
export { alarmAllDelistings } from './alarm-delistings.ts'
export { delistingsOf, lapseDelisting, type DelistingRecord } from './delistings.repository.ts'
