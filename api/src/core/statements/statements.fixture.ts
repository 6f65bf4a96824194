import type { StatementLine } from './types.ts'

/** A movement as a test tells it; what is left out is ordinary. */
export type Movement = Partial<Pick<StatementLine, 'postedOn' | 'amountCents' | 'bankReference' | 'description' | 'reference'>>

interface Shape {
  /** Closing tags behind fields, and an XML header. */
  xml?: boolean
  comma?: boolean
  account?: string
}

/** An OFX file of an invented bank. */
export function ofxFile(movements: readonly Movement[], { xml = false, comma = false, account = '998/1234/56789-0' }: Shape = {}): string {
  const [bank, branch, number] = account.split('/')
  const field = (name: string, text: string | null | undefined) => (text === null || text === undefined ? '' : `<${name}>${escape(text)}${xml ? `</${name}>` : ''}\n`)
  const movement = ({ postedOn = '2026-11-20', amountCents = 100n, bankReference, description, reference }: Movement) =>
    `<STMTTRN>\n${field('TRNTYPE', amountCents < 0n ? 'DEBIT' : 'CREDIT')}${field('DTPOSTED', `${postedOn.replaceAll('-', '')}120000[-3:BRT]`)}${field('TRNAMT', printAmount(amountCents, comma))}${field('FITID', bankReference)}${field('REFNUM', reference)}${field('MEMO', description)}</STMTTRN>\n`
  const header = xml ? '<?xml version="1.0"?>\n<?OFX OFXHEADER="200" VERSION="211"?>\n' : 'OFXHEADER:100\nDATA:OFXSGML\nENCODING:UTF-8\n\n'
  return `${header}<OFX>\n<BANKMSGSRSV1><STMTTRNRS><STMTRS>\n${field('CURDEF', 'BRL')}<BANKACCTFROM>\n${field('BANKID', bank)}${field('BRANCHID', branch)}${field('ACCTID', number)}</BANKACCTFROM>\n<BANKTRANLIST>\n${movements.map(movement).join('')}</BANKTRANLIST>\n</STMTRS></STMTTRNRS></BANKMSGSRSV1>\n</OFX>\n`
}

/** An amount as banks print it: with its thousands and a comma, or plain. */
export function printAmount(cents: bigint, comma: boolean): string {
  const digits = String(cents < 0n ? -cents : cents).padStart(3, '0')
  const [reais, fraction] = [digits.slice(0, -2), digits.slice(-2)]
  return (cents < 0n ? '-' : '') + (comma ? `${reais.replace(/\B(?=(\d{3})+$)/g, '.')},${fraction}` : `${reais}.${fraction}`)
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}
