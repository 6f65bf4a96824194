import type { CardAccountInput } from '@repactua/shared/contract/cards.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked, setAcceptsCard } from '../creditors/index.ts'
import { deleteCardAccount, findCardAccount, putCardAccount, type CardAccountRecord } from './accounts.repository.ts'
import { sealSecrets } from './open-gateway.ts'

const STRIPE = 'https://api.stripe.com'

/** Sets where the creditor's cards are taken; from then on every agreement of it can be paid so. */
export async function setAccount(work: Work, { provider, baseUrl = STRIPE, secretKey, webhookSecret }: CardAccountInput): Promise<CardAccountRecord> {
  await refuseRevoked(work)
  if (!baseUrl.startsWith('https://') && !work.allowsPrivateAddresses) throw new AppError('invalid_request', { errors: [{ pointer: '/baseUrl', code: 'wrong_format', message: 'Deve começar com https://.' }] })
  const creditorId = creditorOf(work)
  const standing = await findCardAccount(work.tx, creditorId)
  const now = work.clock.now()
  const account: CardAccountRecord = { creditorId, provider, baseUrl: baseUrl.replace(/\/+$/, ''), secretsSealed: sealSecrets(work.keys, { secretKey, webhookSecret }), createdAt: standing?.createdAt ?? now, changedAt: now }
  await putCardAccount(work.tx, account)
  await setAcceptsCard(work.tx, creditorId, true)
  await recordChange(work, { creditorId, type: 'card_account.changed', subject: showId('creditor', creditorId), data: { provider, baseUrl: account.baseUrl } })
  return account
}

/** Where the creditor's cards are taken; refuses with not_found where they are not. */
export async function readAccount(work: Work): Promise<CardAccountRecord> {
  const account = await findCardAccount(work.tx, creditorOf(work))
  if (!account) throw new AppError('not_found')
  return account
}

/** Takes no more cards and forgets the secrets. A page that stands open can still be paid at the provider; nobody is told here. */
export async function removeAccount(work: Work): Promise<void> {
  await refuseRevoked(work)
  const creditorId = creditorOf(work)
  if (!(await deleteCardAccount(work.tx, creditorId))) throw new AppError('not_found')
  await setAcceptsCard(work.tx, creditorId, false)
  await recordChange(work, { creditorId, type: 'card_account.removed', subject: showId('creditor', creditorId), data: {} })
}
