import type { PixAccount } from '@repactua/shared/contract/pix-accounts.ts'
import type { ShownAccount } from './set-account.ts'

export function presentPixAccount({ account, creditor }: ShownAccount): PixAccount {
  const { baseUrl, tokenUrl, clientId, certificateEndsOn, status, problem, tellsPayments, holdsUnknown, receiver, sweptUntil, changedAt } = account
  return { baseUrl, tokenUrl, clientId, pixKey: creditor.pixKey, certificateEndsOn, status, problem, tellsPayments, holdsUnknown, receiver, sweptUntil: sweptUntil?.toISOString() ?? null, changedAt: changedAt.toISOString() }
}
