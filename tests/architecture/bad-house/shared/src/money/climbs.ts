// bites: shared-is-the-floor
import { findDebt } from '../../../api/src/modules/debts/index.ts'

export const cents = findDebt()
