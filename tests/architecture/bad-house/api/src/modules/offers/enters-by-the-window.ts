// bites: front-door-only
import { findRows } from '../debts/debts.repository.ts'

export const rows = findRows
