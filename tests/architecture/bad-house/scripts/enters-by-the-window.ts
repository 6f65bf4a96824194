// bites: front-door-only-from-outside
import { findRows } from '../api/src/modules/debts/debts.repository.ts'

export const rows = findRows()
