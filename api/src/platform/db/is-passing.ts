import { sqlState } from './transaction.ts'

/** True where the database is away, busy or locked: a job that failed of it is tried again, and nothing has failed yet. */
export function isPassing(error: unknown): boolean {
  const state = sqlState(error)
  return state === '' || /^(08|53|57)|^(55P03|40001|40P01)$/.test(state)
}
