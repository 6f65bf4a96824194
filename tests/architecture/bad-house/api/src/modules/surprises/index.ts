// bites: declared-modules-only
import { findDebt } from '../debts/index.ts'

export const surprise = findDebt
