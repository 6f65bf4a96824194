import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import type { PaperBlock } from '../../../platform/papers/paper.ts'
import type { CreditorRecord } from '../../creditors/index.ts'

/** Who gives a paper, as CDC 42-A asks: name, CNPJ, address and how to reach them. */
export function creditorBlocks(creditor: CreditorRecord): PaperBlock[] {
  return [
    { kind: 'paragraph', strong: true, text: `${creditor.legalName} (${creditor.tradeName}), CNPJ ${formatCnpj(creditor.cnpj)}` },
    { kind: 'paragraph', text: `${formatAddress(creditor.address)}. ${creditor.email}, ${formatPhone(creditor.phone)}.` },
  ]
}

/** The rule and the code at the end of a paper by which anybody checks it. */
export function checkBlocks(url: string, what: string): PaperBlock[] {
  return [
    { kind: 'rule' },
    { kind: 'qr', text: url, alt: `Código QR que abre ${url}`, caption: `Para conferir ${what}, leia o código ao lado ou abra o endereço no pé da página.` },
  ]
}
