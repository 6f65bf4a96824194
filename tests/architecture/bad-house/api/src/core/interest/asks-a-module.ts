// bites: core-knows-no-module
import { findDebt } from '../../modules/debts/index.ts'

export const debt = findDebt()
