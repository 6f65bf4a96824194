import type { CardAccount, CardCheckout } from '@repactua/shared/contract/cards.ts'
import { centsNumber } from '../../core/money/cents-number.ts'
import { invariant } from '../../core/invariant.ts'
import { showId } from '../../platform/ids.ts'
import type { CardAccountRecord } from './accounts.repository.ts'
import type { CheckoutRecord } from './checkouts.repository.ts'

export function presentAccount({ creditorId, provider, baseUrl, changedAt }: CardAccountRecord, publicUrl: string): CardAccount {
  return { provider, baseUrl, webhookUrl: `${publicUrl}/v1/card-notices/${showId('creditor', creditorId)}`, changedAt: changedAt.toISOString() }
}

export function presentCheckout({ url, amountCents, expiresAt }: CheckoutRecord): CardCheckout {
  invariant(url, 'a checkout that is shown is open')
  return { url, amountCents: centsNumber(amountCents), expiresAt: expiresAt.toISOString() }
}
