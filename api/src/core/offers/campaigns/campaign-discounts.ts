/** What a campaign forgives in an option, in cents. */
export interface CampaignDiscount {
  code: string
  cents: bigint
}

interface Part {
  campaign?: string | null
  discounts: readonly { cents: bigint | number }[]
}

/**
 * What an option takes from the budget of each campaign: all that is forgiven of the debts that a rule of the campaign
 * reached, by code. A part that forgives nothing takes nothing.
 */
export function campaignDiscounts(parts: readonly Part[]): CampaignDiscount[] {
  const cents = new Map<string, bigint>()
  for (const { campaign, discounts } of parts) {
    const forgiven = discounts.reduce((sum, discount) => sum + BigInt(discount.cents), 0n)
    if (campaign && forgiven > 0n) cents.set(campaign, (cents.get(campaign) ?? 0n) + forgiven)
  }
  return [...cents].map(([code, sum]) => ({ code, cents: sum })).sort((a, b) => (a.code < b.code ? -1 : 1))
}
