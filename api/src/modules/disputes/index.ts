export { disputeRoutes } from './disputes.routes.ts'
export { openDispute } from './open-dispute.ts'
export { alarmAllDisputes } from './alarm-disputes.ts'
