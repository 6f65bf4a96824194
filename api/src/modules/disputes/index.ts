export { disputeRoutes } from './disputes.routes.ts'
export { tellAnswer } from './tell-answer.ts'
export { alarmAllDisputes } from './alarm-disputes.ts'
