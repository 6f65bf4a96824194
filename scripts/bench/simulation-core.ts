import { countDebt, emptyPortfolio } from '@repactua/api/core/simulation/count-debt.ts'
import { layOutPolicy } from '@repactua/api/core/simulation/lay-out-policy.ts'
import type { PortfolioDebt } from '@repactua/api/core/simulation/types.ts'
import { addDays } from '@repactua/shared/time/local-date.ts'
import { seededRandom, longTailed } from '../demo/random.ts'
import { benchPolicy } from './simulated-policies.ts'

const TODAY = '2026-11-21'
const DEBTS = 20_000
const ROUNDS = 9

/** Debts a second of CPU time that the arithmetic alone counts, both policies side by side: the median of some rounds. */
export function benchSimulationCore(): { debtsPerSecond: number; debts: number; policies: number } {
  const layouts = { draft: layOut(500), inForce: layOut(0) }
  const debts = inventDebts()
  const rounds = Array.from({ length: ROUNDS }, () => {
    const totals = emptyPortfolio(layouts)
    const before = process.cpuUsage()
    for (const debt of debts) countDebt(totals, layouts, debt, 'longest')
    const { user, system } = process.cpuUsage(before)
    if (totals.draft.unreached.debts + totals.draft.indexMissing > 0) throw new Error('Each debt of the bench is reached')
    return (DEBTS * 1_000_000) / (user + system)
  })
  return { debtsPerSecond: Math.round(rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0), debts: DEBTS, policies: 2 }
}

function layOut(moreCut: number) {
  return layOutPolicy({ rules: benchPolicy(moreCut).rules, audience: null, runningCampaigns: [], projectIndices: false }, { regime: 'financial', today: TODAY })
}

function inventDebts(): (PortfolioDebt & { isBarred: boolean })[] {
  const random = seededRandom(7)
  return Array.from({ length: DEBTS }, (_, i) => ({
    isBarred: false,
    person: { state: 'SP', debtCount: 1, hasBrokenAgreement: false },
    debt: {
      id: String(i), product: 'bank_credit', segment: 'antiga', riskBand: null, tags: ['demo'],
      terms: {
        principalCents: BigInt(Math.max(5_000, Math.round(longTailed(random, 1_500, 1) * 100))),
        dueOn: addDays(TODAY, -random.whole(30, 1_800)),
        lateFeeBps: 200, defaultInterestMonthlyBps: 100, interestMethod: 'simple', payments: [],
      },
    },
  }))
}
