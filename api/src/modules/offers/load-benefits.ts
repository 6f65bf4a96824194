import type { Benefit } from '@repactua/shared/contract/policies.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { findInputsOfSheets } from './offers.repository.ts'
import type { SheetInputs } from './sheet-inputs.ts'

/** The key of a sheet, and the names of the rules by which one of its options was granted. */
export interface GrantedBy {
  creditorId: string
  sheetId: string
  rules: readonly string[]
}

/** What the rules of some sheets give to who paid everything, coupons and all: only for those who have. In one query. */
export async function loadBenefits(tx: Transaction, granted: readonly GrantedBy[]): Promise<Map<string, Benefit[]>> {
  if (granted.length === 0) return new Map()
  const found = await findInputsOfSheets(tx, granted)
  const inputs = new Map(found.map(({ id, inputs: text }) => [id, JSON.parse(text) as SheetInputs]))
  return new Map(granted.map(({ sheetId, rules }) => [sheetId, benefitsOf(inputs.get(sheetId), rules)]))
}

function benefitsOf(inputs: SheetInputs | undefined, names: readonly string[]): Benefit[] {
  const given = (inputs?.policy.rules ?? []).filter(({ name }) => names.includes(name)).flatMap(({ grant: { benefit } }) => benefit ?? [])
  return [...new Map(given.map((benefit) => [JSON.stringify(benefit), benefit])).values()]
}
