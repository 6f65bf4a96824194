interface Choice {
  id: string
  kind: 'cash' | 'installments'
  fitsBudget: boolean | null
}

const FEW = 5
const INSTALLMENT_HIGHLIGHTS = 3

/**
 * The options to show before "ver todas": paying at once and a spread of the rest or, where the person
 * named a budget that some of them fit, the cheapest that fit. The chosen one always stays in sight. Keeps the order.
 */
export function pickHighlights<C extends Choice>(options: readonly C[], chosenId: string | undefined): C[] {
  if (options.length <= FEW) return [...options]
  const fitting = options.filter((option) => option.fitsBudget)
  const shown = new Set<C>(fitting.length > 0 ? fitting.slice(0, FEW - 1) : spread(options))
  return options.filter((option) => shown.has(option) || option.id === chosenId)
}

function spread<C extends Choice>(options: readonly C[]): C[] {
  const installments = options.filter((option) => option.kind === 'installments')
  const step = (installments.length - 1) / (INSTALLMENT_HIGHLIGHTS - 1)
  const places = Array.from({ length: INSTALLMENT_HIGHLIGHTS }, (_, i) => installments[Math.round(i * step)])
  return [...options.filter((option) => option.kind === 'cash'), ...places.filter((option) => option !== undefined)]
}
