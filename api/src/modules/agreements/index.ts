export { agreementRoutes } from './agreements.routes.ts'
export { findAgreement, installmentsOf, lockAgreement, type AgreementRecord, type InstallmentRecord } from './agreements.repository.ts'
export { permissionsAt } from './agreements.rules.ts'
export { registerPayment, type PaymentShare } from './register-payment.ts'
