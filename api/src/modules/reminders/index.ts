export { remindInstallments } from './remind-installments.ts'
export { remindersOfOver } from './tell-installments.ts'
