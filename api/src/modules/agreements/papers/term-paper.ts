import { formatCaseNumber } from '@repactua/shared/br/case-number.ts'
import type { Paper, PaperBlock } from '../../../platform/papers/paper.ts'
import { formatInstant } from './format-instant.ts'
import type { AgreementRecord } from '../agreements.repository.ts'
import { amendmentBlocks } from './amendment-blocks.ts'
import type { AgreementWhole } from '../load-agreement.ts'

/** The term as a paper: the signed text word for word, then how it was signed and how to check it, then what was signed after it. */
export function termPaper(whole: AgreementWhole, publicUrl: string): Paper {
  const { record, creditor, termText } = whole
  const [title = '', ...sections] = termText.split('\n\n')
  const { verificationCode, signedAt } = record
  const signature = verificationCode && signedAt ? closingBlocks(record, { signedAt, code: verificationCode, publicUrl }) : DRAFT
  return {
    title,
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt: signedAt ?? record.createdAt,
    blocks: [{ kind: 'heading', level: 1, text: title }, ...sections.flatMap(sectionBlocks), ...signature, ...amendmentBlocks(whole)],
    verification: verificationCode ? { code: verificationCode, url: verificationUrl(publicUrl, verificationCode) } : null,
  }
}

/** Where anybody can check the paper that carries this code. */
export function verificationUrl(publicUrl: string, code: string): string {
  return `${publicUrl}/verificar/${code}`
}

function sectionBlocks(section: string): PaperBlock[] {
  const [heading = '', ...lines] = section.split('\n')
  const paragraphs = lines.map((text, i) => ({ kind: 'paragraph', text, tight: isShort(text) && isShort(lines[i + 1] ?? '') }) as const)
  return [{ kind: 'heading', level: 2, text: heading }, ...paragraphs]
}

// Short lines after one another are a list: dates, amounts.
function isShort(line: string): boolean {
  return line.length > 0 && line.length < 70
}

const DRAFT: PaperBlock[] = [{ kind: 'rule' }, { kind: 'paragraph', strong: true, text: 'Este termo ainda não foi assinado.' }]

// In points: the signature, its hash and its QR code stand on one page.
const SIGNATURE_HEIGHT = 300

interface Closing {
  signedAt: Date
  code: string
  publicUrl: string
}

function closingBlocks({ courtOrder, termSha256 }: AgreementRecord, { signedAt, code, publicUrl }: Closing): PaperBlock[] {
  const url = verificationUrl(publicUrl, code)
  return [
    { kind: 'room', points: SIGNATURE_HEIGHT },
    { kind: 'rule' },
    { kind: 'heading', level: 2, text: courtOrder ? 'Registro do plano' : 'Assinatura eletrônica' },
    {
      kind: 'facts',
      facts: [
        { label: courtOrder ? 'Registrado em' : 'Assinado em', value: formatInstant(signedAt) },
        { label: 'Como', value: courtOrder ? `Homologação no processo ${formatCaseNumber(courtOrder.caseNumber)}` : 'Código enviado ao e-mail do devedor' },
        { label: 'Código de verificação', value: code },
        { label: 'SHA-256 do texto do termo', value: termSha256.toString('hex') },
      ],
    },
    { kind: 'qr', text: url, alt: `Código QR que abre ${url}`, caption: 'Para conferir este termo, leia o código ao lado ou abra o endereço no pé da página.' },
  ]
}
