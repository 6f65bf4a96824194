import type { BreakRule } from '@repactua/shared/contract/policies.ts'
import { formatBps } from '@repactua/shared/money/format-brl.ts'

interface LateTerms {
  lateFeeBps: number
  defaultInterestMonthlyBps: number
  breakRule: BreakRule
  /** Of debts that nobody may collect. */
  voluntary?: boolean | undefined
}

/** What happens when an installment is late, in plain words (CDC 52 II, 54-B). */
export function LateRules({ terms }: { terms: LateTerms }) {
  if (terms.voluntary) return <VoluntaryRules />
  const { toleranceDays, missedInstallments, noticeDays = 5, effect = 'original_debt' } = terms.breakRule
  return (
    <div className="stack stack-tight">
      <p>{chargesInWords(terms)}</p>
      <p>
        O acordo só termina por falta de pagamento se {missedInstallments === 1 ? 'uma parcela passar' : `${missedInstallments} parcelas passarem`} de{' '}
        {toleranceDays} dias de atraso, e depois de um aviso com {noticeDays} dias para você colocar em dia. {AFTER_BREAK[effect]}
      </p>
      <p>Você pode pagar parcelas antes da data, quando quiser.</p>
    </div>
  )
}

const AFTER_BREAK = {
  original_debt: 'Se terminar, a dívida original volta, e tudo o que você pagou continua contando.',
  novation: 'Se terminar, continua em aberto só o que faltar do valor combinado, e tudo o que você pagou continua contando.',
} as const

function VoluntaryRules() {
  return (
    <div className="stack stack-tight">
      <p>Nada acontece: não há multa, juros nem cobrança. Você pode parar quando quiser, e o que já pagou continua contando.</p>
      <p>Você pode pagar parcelas antes da data, quando quiser.</p>
    </div>
  )
}

function chargesInWords({ lateFeeBps, defaultInterestMonthlyBps }: LateTerms): string {
  const charges = [
    lateFeeBps > 0 && `multa de ${formatBps(lateFeeBps)}, uma vez`,
    defaultInterestMonthlyBps > 0 && `juros de ${formatBps(defaultInterestMonthlyBps)} ao mês, só pelos dias de atraso`,
  ].filter((text) => text !== false)
  if (charges.length === 0) return 'Uma parcela atrasada não tem multa nem juros.'
  return `Uma parcela atrasada tem ${charges.join(', e ')}.`
}
