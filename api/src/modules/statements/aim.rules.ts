/** What is open of a running agreement of somebody. */
export interface RunningPlan {
  agreementId: string
  /** In the order in which they are paid; each with what is open of it, and what it came to on the day of the payment. */
  open: readonly { number: number; amounts: readonly bigint[] }[]
  /** Its charges of the amount that came. */
  charges: readonly { txid: string; installmentNumber: number }[]
}

export type PayerAim = { kind: 'installment'; agreementId: string; number: number } | { kind: 'charge'; agreementId: string; txid: string }

/**
 * What somebody's money of just this amount is for: an installment that came to that much, or else the one charge of that much, in the one running plan that has such. Of equal installments the oldest is paid first (CC 355). Null where no
 * plan or more than one has it.
 */
export function aimOfPayer(amountCents: bigint, plans: readonly RunningPlan[]): PayerAim | null {
  const aims = plans.map((plan) => aimIn(amountCents, plan)).filter((aim) => aim !== null)
  return aims.length === 1 && aims[0] !== 'unclear' ? aims[0]! : null
}

function aimIn(amountCents: bigint, { agreementId, open, charges }: RunningPlan): PayerAim | 'unclear' | null {
  const installment = open.find(({ amounts }) => amounts.includes(amountCents))
  if (installment) return { kind: 'installment', agreementId, number: installment.number }
  if (charges.length > 1) return 'unclear'
  return charges[0] ? { kind: 'charge', agreementId, txid: charges[0].txid } : null
}
