import { isCnpj } from '@repactua/shared/br/cnpj.ts'
import { isCpf } from '@repactua/shared/br/cpf.ts'
import type { StatementLine } from '../../core/statements/types.ts'

/** What a credit says of itself. */
export interface Clues {
  /** The payment's own id, where it is a Pix and the bank prints it. */
  endToEndId: string | null
  /** Words that may be the txid of a charge. */
  txids: string[]
  /** CPF or CNPJ of who paid, bare; null where none stands there, or more than one. */
  document: string | null
  isPix: boolean
}

const END_TO_END = /\b[Ee]\d{20}[A-Za-z0-9]{11}\b/g
const TXID = /\b[A-Za-z0-9]{25,35}\b/g
const CPF = /(?<![\d.*•-])(\d{3}\.\d{3}\.\d{3}-\d{2}|\d{11})(?![\d*•-])/g

/** Reads what a credit's words may mean. A document counts only where its check digits are right and it is the only one. */
export function cluesOf({ description, reference, bankReference, payerDocument }: StatementLine): Clues {
  const text = [description, reference, bankReference].join(' ')
  const endToEndIds = new Set(text.match(END_TO_END) ?? [])
  const txids = (text.match(TXID) ?? []).filter((word) => !endToEndIds.has(word))
  return {
    endToEndId: endToEndIds.size === 1 ? `E${[...endToEndIds][0]!.slice(1)}` : null,
    txids: [...new Set(txids)].slice(0, 3),
    document: payerDocument === null ? documentIn(`${description} ${reference ?? ''}`) : bareDocument(payerDocument),
    isPix: endToEndIds.size > 0 || /\bpix\b/i.test(text),
  }
}

function documentIn(text: string): string | null {
  const found = new Set((text.match(CPF) ?? []).map((one) => one.replace(/\D/g, '')).filter(isCpf))
  return found.size === 1 ? [...found][0]! : null
}

// A spreadsheet drops the zeros in front of a CPF.
function bareDocument(text: string): string | null {
  const bare = text.replace(/[^0-9A-Za-z]/g, '').toUpperCase()
  const cpf = /^\d{9,11}$/.test(bare) ? bare.padStart(11, '0') : ''
  if (isCpf(cpf)) return cpf
  return isCnpj(bare) ? bare : null
}
