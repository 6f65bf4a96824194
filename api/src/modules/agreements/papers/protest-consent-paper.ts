import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import type { Paper, PaperBlock } from '../../../platform/papers/paper.ts'
import type { Debtor } from '../../debtors/index.ts'
import type { DebtRecord, ProtestRecord } from '../../debts/index.ts'
import type { AgreementWhole } from '../load-agreement.ts'
import { checkBlocks, creditorBlocks } from './creditor-blocks.ts'
import { formatInstant } from './format-instant.ts'
import { verificationUrl } from './term-paper.ts'

export interface ProtestedDebt {
  debt: DebtRecord
  protest: ProtestRecord
}

const TITLE = 'Carta de anuência para cancelar protesto'

/** The creditor's consent to cancel the protests of what was paid (Lei 9.492/97, art. 26 §1). */
export function protestConsentPaper(whole: AgreementWhole, { debtor, protested, publicUrl }: { debtor: Debtor; protested: readonly ProtestedDebt[]; publicUrl: string }): Paper {
  const { creditor, record } = whole
  const code = record.verificationCode ?? ''
  const url = verificationUrl(publicUrl, code)
  const settledAt = record.settledAt ?? record.createdAt
  return {
    title: TITLE,
    language: 'pt-BR',
    author: creditor.legalName,
    createdAt: settledAt,
    blocks: [
      { kind: 'heading', level: 1, text: TITLE },
      { kind: 'paragraph', text: `${creditor.legalName}, CNPJ ${formatCnpj(creditor.cnpj)}, declara que recebeu de ${debtor.name}, CPF ${formatCpf(debtor.cpf)}, o pagamento do que está abaixo, e concorda que os protestos sejam cancelados (Lei 9.492/97, art. 26, §1º).` },
      ...protested.flatMap(protestBlocks),
      { kind: 'heading', level: 2, text: 'Como cancelar' },
      { kind: 'paragraph', text: 'Leve esta carta ao tabelionato, ou envie por onde ele atende na internet. Depois do pagamento, quem pede o cancelamento e paga os custos do tabelionato é quem devia, a não ser que o credor tenha combinado outra coisa (Lei 9.492/97, art. 26; STJ, Tema 725).' },
      { kind: 'paragraph', text: 'Antes de ir, pergunte ao tabelionato o valor e se ele pede a assinatura do credor reconhecida. Se pedir, fale com o credor pelos contatos abaixo.' },
      { kind: 'paragraph', text: `${creditor.address.city}, ${formatInstant(settledAt)}.` },
      ...creditorBlocks(creditor),
      ...checkBlocks(url, 'o acordo desta carta'),
    ],
    verification: { code, url },
  }
}

function protestBlocks({ debt, protest }: ProtestedDebt): PaperBlock[] {
  const { externalId, description, contractNumber, originalCreditor } = debt
  return [
    { kind: 'heading', level: 2, text: protest.registryOffice },
    {
      kind: 'facts',
      facts: [
        { label: 'Protestado em', value: formatDate(protest.protestedOn) },
        { label: 'Referência no tabelionato', value: protest.reference },
        { label: 'Dívida', value: [externalId, description, contractNumber && `contrato ${contractNumber}`].filter(Boolean).join(', ') },
        ...(originalCreditor ? [{ label: 'Credor original', value: originalCreditor }] : []),
      ],
    },
  ]
}
