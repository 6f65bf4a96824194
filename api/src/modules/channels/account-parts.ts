import type { AccountChannel, ChannelAccountInput, ChannelProvider, MetaAccountInput, SmtpAccountInput, TwilioAccountInput, ZenviaAccountInput } from '@repactua/shared/contract/channels.ts'
import type { AccountSecrets } from './account-secrets.ts'
import type { ChannelAccountRecord } from './accounts.repository.ts'

/** What an account consists of, once its provider's own words are taken apart. */
export interface AccountParts {
  open: Pick<ChannelAccountRecord, 'provider' | 'baseUrl' | 'account' | 'sender' | 'settings' | 'ratePerSecond'>
  secrets: Omit<AccountSecrets, 'hook'>
}

export const PROVIDERS_OF: Record<AccountChannel, readonly ChannelProvider[]> = { email: ['smtp'], sms: ['twilio', 'zenvia'], whatsapp: ['twilio', 'zenvia', 'meta'], voice: ['twilio'] }

/** What a mail server of one's own takes without being asked twice. */
export const MAILS_PER_SECOND = 50
/** Calls of a Twilio account start one a second, messages of a usual sender ten; WhatsApp takes 80 of a number. Senders differ: `ratePerSecond` says so. */
const USUAL_RATE: Record<AccountChannel, number> = { email: MAILS_PER_SECOND, sms: 10, whatsapp: 80, voice: 1 }

/** Takes apart what a creditor wrote down of its account. */
export function partsOf(channel: AccountChannel, input: ChannelAccountInput): AccountParts {
  const { open, secrets } = READERS[input.provider](input as never)
  const ratePerSecond = ('ratePerSecond' in input ? input.ratePerSecond : undefined) ?? USUAL_RATE[channel]
  const baseUrl = 'baseUrl' in input ? input.baseUrl?.replace(/\/+$/, '') : undefined
  return { open: { provider: input.provider, account: null, sender: null, settings: {}, ...open, baseUrl: baseUrl ?? PUBLIC_URLS[input.provider], ratePerSecond }, secrets: { ...NONE, ...secrets } }
}

const PUBLIC_URLS: Record<ChannelProvider, string | null> = { smtp: null, twilio: 'https://api.twilio.com', zenvia: 'https://api.zenvia.com', meta: 'https://graph.facebook.com' }
const NONE = { key: '', signing: '', verify: '' }

type Read = { open: Partial<AccountParts['open']>; secrets: Partial<AccountParts['secrets']> }

const READERS: Record<ChannelProvider, (input: never) => Read> = {
  smtp: ({ fromName, replyTo }: SmtpAccountInput) => ({ open: { settings: { ...(fromName ? { fromName } : {}), ...(replyTo ? { replyTo } : {}) } }, secrets: {} }),
  twilio: ({ accountSid, authToken, sender }: TwilioAccountInput) => ({ open: { account: accountSid, sender }, secrets: { key: authToken, signing: authToken } }),
  zenvia: ({ apiToken, sender, webhookToken }: ZenviaAccountInput) => ({ open: { sender }, secrets: { key: apiToken, signing: webhookToken } }),
  meta: ({ accessToken, appSecret, verifyToken, phoneNumberId, businessAccountId, apiVersion = 'v23.0' }: MetaAccountInput) => ({
    open: { account: phoneNumberId, settings: { businessAccountId, apiVersion } },
    secrets: { key: accessToken, signing: appSecret, verify: verifyToken },
  }),
}
