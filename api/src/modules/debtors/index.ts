export { sealDebtor, type Sealer } from './seal-debtor.ts'
export { EMAIL_SINCE, upsertDebtor, type DebtorRow } from './debtors.repository.ts'
export { findDebtor, findDebtorByCpf, findDebtors, type Debtor } from './find-debtor.ts'
export { findPerson, type Person } from './find-person.ts'
