// bites: portal-never-meets-api
import { findDebt } from '../../../api/src/modules/debts/index.ts'

export const debt = findDebt()
