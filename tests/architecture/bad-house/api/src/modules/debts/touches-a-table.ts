// bites: only-repositories-touch-tables
import { debts } from '../../platform/db/tables/debts.ts'

export const table = debts
