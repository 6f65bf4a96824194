import { invariant } from '../invariant.ts'
import { BANCO_DO_BRASIL } from './banco-do-brasil.ts'
import { ITAU } from './itau.ts'
import type { Bank } from './types.ts'

const BANKS: readonly Bank[] = [BANCO_DO_BRASIL, ITAU]

/** The bank of this code; the schemas let in no other code. */
export function bankOf(code: string): Bank {
  const bank = BANKS.find((one) => one.code === code)
  invariant(bank, `no bank ${code}`)
  return bank
}
