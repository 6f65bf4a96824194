import { caseDigits, isCaseNumber } from '@repactua/shared/br/case-number.ts'
import type { CourtPlanInput } from '@repactua/shared/contract/court-plans.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { addDays, addMonths, daysBetween, formatDate, isLocalDate, type LocalDate } from '@repactua/shared/time/local-date.ts'
import { currentRule, type LegalRuleId } from '../../../core/legal/legal-rules.ts'

/** Between two monthly payments, whatever weekends and short months do to their dates. */
const LEAST_DAYS_OF_A_MONTH = 25
const MOST_DAYS_OF_A_MONTH = 35

type Finding = Pick<FieldError, 'pointer' | 'message'> & { rule?: LegalRuleId }

/** What in a court's plan cannot be, or lies outside CDC 104-A and 104-B; empty where it may be entered. */
export function checkCourtPlan(input: CourtPlanInput, today: LocalDate): FieldError[] {
  const findings = [...caseAndDay(input, today), ...order(input)]
  const inLaw = findings.length > 0 ? [] : [...withinYears(input), ...(input.kind === 'compulsory' ? compulsory(input) : [])]
  return [...findings, ...inLaw].map(({ rule, ...finding }) => ({ ...finding, code: 'court_plan_invalid', ...(rule ? { rule, source: currentRule(rule).source } : {}) }))
}

function caseAndDay({ caseNumber, ratifiedOn }: CourtPlanInput, today: LocalDate): Finding[] {
  const number = isCaseNumber(caseDigits(caseNumber)) ? [] : [{ pointer: '/caseNumber', message: 'O número do processo não confere: veja os dígitos.' }]
  const day = isLocalDate(ratifiedOn) && ratifiedOn <= today ? [] : [{ pointer: '/ratifiedOn', message: 'A homologação precisa ser um dia que existe e já passou.' }]
  return [...number, ...day]
}

function order({ installments, ratifiedOn }: CourtPlanInput): Finding[] {
  return installments.flatMap(({ dueOn }, i) => {
    const before = installments[i - 1]?.dueOn ?? ratifiedOn
    return isLocalDate(dueOn) && dueOn > before ? [] : [{ pointer: `/installments/${i}/dueOn`, message: 'As datas precisam existir e vir em ordem, depois da homologação.' }]
  })
}

function withinYears({ installments, ratifiedOn }: CourtPlanInput): Finding[] {
  const last = addMonths(ratifiedOn, (currentRule('court-plan').number ?? 0) * 12)
  return installments.flatMap(({ dueOn }, i) =>
    dueOn <= last ? [] : [{ pointer: `/installments/${i}/dueOn`, rule: 'court-plan' as const, message: `O plano pode durar até ${formatDate(last)}.` }])
}

// The judge's own plan: the first payment within 180 days, then equal ones month by month.
function compulsory({ installments, ratifiedOn }: CourtPlanInput): Finding[] {
  const latest = addDays(ratifiedOn, currentRule('court-plan-first').number ?? 0)
  const [first, ...others] = installments
  const isLate = first !== undefined && first.dueOn > latest
  const cents = installments.map(({ amountCents }) => amountCents)
  const isUneven = Math.max(...cents) - Math.min(...cents) > 1
  const months = others.map(({ dueOn }, i) => daysBetween(installments[i]!.dueOn, dueOn))
  const isIrregular = months.some((days) => days < LEAST_DAYS_OF_A_MONTH || days > MOST_DAYS_OF_A_MONTH)
  const rule = 'court-plan-first'
  return [
    ...(isLate ? [{ pointer: '/installments/0/dueOn', rule, message: `A primeira parcela pode vencer até ${formatDate(latest)}.` } as const] : []),
    ...(isUneven || isIrregular ? [{ pointer: '/installments', rule, message: 'No plano compulsório as parcelas são iguais e mensais.' } as const] : []),
  ]
}
