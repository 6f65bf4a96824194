import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import { currentRule, type LegalRule } from './legal-rules.ts'
import { noticeRule, windowRule } from './service-limits.ts'

export interface ServiceBreach {
  /** Within the rule. */
  pointer: string
  code: 'notice_below_law' | 'limit_after_window' | 'school_penalty'
  message: string
}

// Small letters without accents: whatever belongs to teaching, its exams and its papers.
const TEACHING = /prova|exame|avaliac|document|diploma|historic|certifica|transfer|matricul|rematricul|boletim|nota|aula|frequenc|formatura|colacao|sala|turma|plataforma/

/** What of a creditor's rule lies outside the law of its product; empty where nothing does. */
export function checkServiceRule(rule: ServiceRule): ServiceBreach[] {
  return [...checkNotice(rule), ...checkWindow(rule), ...checkSchool(rule)]
}

function checkNotice({ product, noticeDays }: ServiceRule): ServiceBreach[] {
  const law = noticeRule(product)
  if (law?.number == null || noticeDays >= law.number) return []
  return [{ pointer: '/noticeDays', code: 'notice_below_law', message: `O aviso é de ${noticeDays} dias e a lei pede pelo menos ${law.number} (${law.source}).` }]
}

// Where the notice alone takes the limit out of its window, the rule could never be kept.
function checkWindow({ product, afterDays }: ServiceRule): ServiceBreach[] {
  const law = windowRule(product)
  if (law?.number == null || afterDays <= law.number) return []
  return [{ pointer: '/afterDays', code: 'limit_after_window', message: `Depois de ${law.number} dias do vencimento o serviço não pode mais ser limitado por esta conta (${law.source}).` }]
}

function checkSchool({ product, limits, comesBack }: ServiceRule): ServiceBreach[] {
  if (product !== 'school') return []
  const law: LegalRule = currentRule('school-penalties')
  const texts = { '/limits': limits, '/comesBack': comesBack }
  return Object.entries(texts).filter(([, text]) => TEACHING.test(bare(text))).map(([pointer]) => (
    { pointer, code: 'school_penalty', message: `Provas, documentos, diploma, transferência e aulas não podem ser tocados por uma dívida (${law.source}).` }
  ))
}

function bare(text: string): string {
  return text.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase()
}
