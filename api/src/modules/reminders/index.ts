export { inContactHours } from './in-contact-hours.ts'
export { remindInstallments } from './remind-installments.ts'
export { tellInstallment } from './tell-installment.ts'
