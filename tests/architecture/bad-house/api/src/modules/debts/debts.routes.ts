// bites: routes-know-no-storage
import { findRows } from './debts.repository.ts'

export const route = findRows
