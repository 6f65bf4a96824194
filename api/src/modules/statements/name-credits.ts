import type { StatementLine } from '../../core/statements/types.ts'
import type { Keys } from '../../platform/crypto/keys.ts'
import { cluesOf, type Clues } from './clues.rules.ts'
import type { Named } from './references.rules.ts'

/** A credit with the reference of its money. */
export interface Credit extends Named {
  told: StatementLine
  clues: Clues
  /** The bank tells the very same number, day and amount twice in one file: a person has to look whether it is one. */
  isRepeated: boolean
}

const PLAIN_FITID = /^[\x21-\x7e]{1,50}$/

/**
 * Gives each credit the reference of its money: the end-to-end id of a Pix; else the bank's own number with day, amount and
 * account, since some banks use a number twice; else a keyed hash of what it says and of how many such came before it.
 */
export function nameCredits(keys: Pick<Keys, 'mac'>, lines: readonly StatementLine[]): Credit[] {
  const seen = new Map<string, number>()
  const accounts = new Map([...new Set(lines.map(({ account }) => account))].map((account) => [account, shortMac(keys, account, 8)]))
  return lines.map((told) => {
    const clues = cluesOf(told)
    const content = contentOf(told)
    const base = clues.endToEndId ?? numbered(told, accounts.get(told.account)!) ?? `stmt.${shortMac(keys, `${content}\n${told.bankReference ?? ''}`, 32)}`
    const times = (seen.get(base) ?? 0) + 1
    seen.set(base, times)
    const hasNumber = clues.endToEndId !== null || told.bankReference !== null
    return { told, clues, content: shortMac(keys, content, 64), reference: times === 1 ? base : `${base}.${times}`, isRepeated: hasNumber && times > 1 }
  })
}

function numbered({ bankReference, postedOn, amountCents }: StatementLine, account: string): string | null {
  return bankReference !== null && PLAIN_FITID.test(bankReference) ? [bankReference, postedOn.replaceAll('-', ''), amountCents, account].join('.') : null
}

function contentOf({ account, postedOn, amountCents, description, reference, payerDocument }: StatementLine): string {
  return [account, postedOn, amountCents, description, reference ?? '', payerDocument ?? ''].join('\n')
}

function shortMac(keys: Pick<Keys, 'mac'>, text: string, length: number): string {
  return keys.mac('statement', text).toString('hex').slice(0, length)
}
