interface Choice {
  id: string
  kind: 'cash' | 'installments'
  fitsBudget: boolean | null
}

const FEW = 5
const INSTALLMENT_HIGHLIGHTS = 3

/**
 * The options to show before "ver todas": paying at once and a spread of the installments or, where the person named
 * a budget that some of them fit, of those that fit. The chosen one always stays in sight. Keeps the order.
 */
export function pickHighlights<C extends Choice>(options: readonly C[], chosenId: string | undefined): C[] {
  if (options.length <= FEW) return [...options]
  const installments = options.filter((option) => option.kind === 'installments')
  const fitting = installments.filter((option) => option.fitsBudget)
  const shown = new Set(spread(fitting.length > 0 ? fitting : installments))
  return options.filter((option) => option.kind === 'cash' || shown.has(option) || option.id === chosenId)
}

// The first, the last and what lies evenly between them.
function spread<C>(choices: readonly C[]): C[] {
  const step = (choices.length - 1) / (INSTALLMENT_HIGHLIGHTS - 1)
  return Array.from({ length: INSTALLMENT_HIGHLIGHTS }, (_, i) => choices[Math.round(i * step)]).filter((choice) => choice !== undefined)
}
