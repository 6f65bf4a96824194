import { formatAddress } from '@repactua/shared/br/address.ts'
import { formatCaseNumber } from '@repactua/shared/br/case-number.ts'
import { formatCnpj } from '@repactua/shared/br/cnpj.ts'
import { formatCpf } from '@repactua/shared/br/cpf.ts'
import { formatPhone } from '@repactua/shared/br/phone.ts'
import type { CourtOrder, CourtPlanInput } from '@repactua/shared/contract/court-plans.ts'
import { formatBrl } from '@repactua/shared/money/format-brl.ts'
import { formatDate } from '@repactua/shared/time/local-date.ts'
import type { CreditorRecord } from '../../creditors/index.ts'
import type { Debtor } from '../../debtors/index.ts'
import type { NewAgreementDebt } from '../agreements.repository.ts'

export interface CourtTermParts {
  creditor: CreditorRecord
  debtor: Debtor
  order: CourtOrder
  debts: readonly NewAgreementDebt[]
  installments: CourtPlanInput['installments']
}

type Section = readonly [heading: string, ...lines: string[]]

/** The text of a court's plan as it is kept here: what the order says, in the form of a term. The order itself decides. */
export function writeCourtTerm(parts: CourtTermParts): string {
  const sections = [order(parts), parties(parts), debts(parts), schedule(parts), effects(parts)]
  const numbered = sections.map(([heading, ...lines], i) => [`${i + 1}. ${heading}`, ...lines].join('\n'))
  return ['Plano de pagamento homologado em juízo', ...numbered].join('\n\n')
}

function order({ order: { kind, court, caseNumber, ratifiedOn } }: CourtTermParts): Section {
  const article = kind === 'agreed' ? 'Plano combinado em audiência de conciliação (CDC, art. 104-A).' : 'Plano judicial compulsório (CDC, art. 104-B).'
  return ['A decisão', article, `Processo ${formatCaseNumber(caseNumber)}, ${court}.`, `Homologado em ${formatDate(ratifiedOn)}.`]
}

function parties({ creditor, debtor }: CourtTermParts): Section {
  const { legalName, tradeName, cnpj, address, email, phone } = creditor
  return [
    'De quem é este plano',
    `Credor: ${legalName} (${tradeName}), CNPJ ${formatCnpj(cnpj)}, ${formatAddress(address)}, ${email}, ${formatPhone(phone)}.`,
    `Devedor: ${debtor.name}, CPF ${formatCpf(debtor.cpf)}.`,
  ]
}

function debts({ debts: all, order: { ratifiedOn } }: CourtTermParts): Section {
  const line = ({ externalId, description, balanceCents }: NewAgreementDebt) =>
    `${externalId}${description ? `, ${description}` : ''}: ${formatBrl(balanceCents)} em ${formatDate(ratifiedOn)}`
  return ['As dívidas', ...all.map(line)]
}

function schedule({ installments }: CourtTermParts): Section {
  const total = installments.reduce((sum, { amountCents }) => sum + amountCents, 0)
  return ['As parcelas', ...installments.map(({ dueOn, amountCents }, i) => `Parcela ${i + 1}: ${formatDate(dueOn)}, ${formatBrl(amountCents)}`), `Total: ${formatBrl(total)}`]
}

function effects({ creditor }: CourtTermParts): Section {
  return [
    'O que muda',
    'Desde a homologação estas dívidas não têm mais juros, multa nem correção além do que o plano diz, e não são cobradas por outro meio.',
    'Quando a última parcela for paga, a carta de quitação fica pronta na mesma hora.',
    `Este texto reproduz o plano; em caso de diferença, vale a decisão do juiz. Dúvidas: ${creditor.tradeName}, ${creditor.email}, ${formatPhone(creditor.phone)}. Você também pode procurar a Defensoria Pública.`,
  ]
}
