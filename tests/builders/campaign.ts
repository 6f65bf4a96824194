import type { Campaign, CampaignState, PolicyInput } from '@repactua/shared/contract/policies.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'
import { grant, rule } from './policy.ts'

/** A campaign that runs on 21 November 2026, with a budget that no single test spends. */
export function campaign(overrides: Partial<Campaign> = {}): Campaign {
  return { code: 'FIM-DE-ANO', name: 'Fim de ano', startsOn: '2026-11-20', endsOn: '2026-11-30', discountBudgetCents: 10_000_000, ...overrides }
}

/** The parts of a policy whose campaigns forgive 80 % of the principal in cash, and whose usual rule forgives 40 %. */
export function campaignPolicy(...campaigns: Campaign[]): Partial<PolicyInput> {
  const generous = grant({
    cash: { discount: { lateFineBps: 10_000, defaultInterestBps: 10_000, principalBps: 8_000 }, daysToPay: 5 },
    breakRule: { toleranceDays: 15, missedInstallments: 1 },
  })
  const rules = campaigns.map(({ code, name }) => rule({ name, when: { campaign: code }, grant: generous }))
  return { rules: [...rules, rule()], campaigns }
}

/** What GET /v1/campaigns says of one campaign. */
export async function stateOf({ http }: TestApp, { bearer }: TestCreditor, code = 'FIM-DE-ANO'): Promise<CampaignState | undefined> {
  const { body } = await http.get('/v1/campaigns').set('authorization', bearer).expect(200)
  return (body.data as CampaignState[]).find((state) => state.code === code)
}
