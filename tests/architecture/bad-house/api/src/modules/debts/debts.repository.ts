import { debts } from '../../platform/db/tables/debts.ts'

export const findRows = (): number => debts
