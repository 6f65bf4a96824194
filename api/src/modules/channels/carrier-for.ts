import type { JobDesk } from '../../platform/jobs/job-desk.ts'
import type { Platform } from '../../platform/platform.ts'
import type { Transaction } from '../../platform/db/transaction.ts'
import { findCreditor } from '../creditors/index.ts'
import { MAILS_PER_SECOND } from './account-parts.ts'
import { openSecrets } from './account-secrets.ts'
import { findAccount } from './accounts.repository.ts'
import type { Carrier, Channel, OpenCarrier } from './carrier.ts'
import { hookUrl } from './hook-url.ts'
import { mailCarrier } from './mail/mail-carrier.ts'
import { PROVIDERS } from './providers/providers.ts'
import { pushCarrier } from './push/push-carrier.ts'
import { findTemplates } from './templates.repository.ts'

type Desk = Pick<JobDesk, 'platform' | 'mailer'>

/** What push services take without being asked twice. */
const PUSHES_PER_SECOND = 50

/**
 * How a creditor sends by a channel; null where it has no account for it. E-mail goes by the installation's server, with or
 * without an account. Reads in a transaction of its own: none is open while a provider is asked.
 */
export async function carrierFor<C extends Channel>(desk: Desk, creditorId: string, channel: C): Promise<OpenCarrier<C> | null> {
  const opened = channel === 'push' ? openPush(desk.platform) : await desk.platform.transact({ kind: 'system' }, { creditorId }, ({ tx }) => (channel === 'email' ? openMail(desk, tx, creditorId) : openAccount(desk.platform, tx, creditorId, channel as Phone)))
  return opened as unknown as OpenCarrier<C> | null
}

type Phone = Exclude<Channel, 'push' | 'email'>
type Opened = { line: string; ratePerSecond: number; carrier: Carrier<never> }

function openPush({ vapidKey, publicUrl, allowsPrivateAddresses: allowsPrivate, clock }: Platform): Opened | null {
  return vapidKey && { line: 'push', ratePerSecond: PUSHES_PER_SECOND, carrier: pushCarrier({ key: vapidKey, subject: publicUrl, allowsPrivate, now: () => clock.now() }) }
}

async function openMail({ mailer }: Desk, tx: Transaction, creditorId: string): Promise<Opened> {
  const account = await findAccount(tx, creditorId, 'email')
  const fromName = account?.settings.fromName ?? (await findCreditor(tx, creditorId))!.tradeName
  return { line: 'smtp', ratePerSecond: MAILS_PER_SECOND, carrier: mailCarrier(mailer, { creditorId, fromName, replyTo: account?.settings.replyTo ?? null }) }
}

async function openAccount({ keys, publicUrl, allowsPrivateAddresses: allowsPrivate }: Platform, tx: Transaction, creditorId: string, channel: Phone): Promise<Opened | null> {
  const record = await findAccount(tx, creditorId, channel)
  if (!record || record.provider === 'smtp') return null
  const templates = channel === 'whatsapp' ? await findTemplates(tx, creditorId) : []
  const secrets = openSecrets(keys, record)
  const carrier = PROVIDERS[record.provider].carrierOf({ record, secrets, callbackUrl: hookUrl(publicUrl, secrets.hook), templates, allowsPrivate })
  return { line: `${record.provider}:${record.id}`, ratePerSecond: record.ratePerSecond, carrier: carrier as Carrier<never> }
}
