import { callJson } from './call-api.ts'
import type { Access } from './client-access.ts'
import { DEMO_CREDITORS, type CreditorSlug } from './creditors.ts'

interface Line {
  channel: 'sms' | 'whatsapp' | 'voice'
  provider: 'twilio' | 'zenvia' | 'meta'
}

/** Each provider stands behind one of the creditors at least. */
const LINES: Record<CreditorSlug, readonly Line[]> = {
  aurora: [{ channel: 'sms', provider: 'twilio' }, { channel: 'whatsapp', provider: 'meta' }, { channel: 'voice', provider: 'twilio' }],
  vivaz: [{ channel: 'sms', provider: 'zenvia' }, { channel: 'whatsapp', provider: 'meta' }, { channel: 'voice', provider: 'twilio' }],
  jacaranda: [{ channel: 'sms', provider: 'twilio' }, { channel: 'whatsapp', provider: 'meta' }, { channel: 'voice', provider: 'twilio' }],
}

/** Opens the creditor's accounts at the local carriers, has the API know them, and has the house's WhatsApp texts approved. Done before, it is not done again; answers what was agreed on. */
export async function connectCarriers(access: Access, carriersUrl: string, { slug, carriers }: { slug: CreditorSlug; carriers?: string }): Promise<string> {
  const { phone, email } = DEMO_CREDITORS[slug].input
  const inputs = await Promise.all(LINES[slug].map(({ provider }) => callJson<object>('POST', `${carriersUrl}/local/accounts`, { body: { provider, sender: phone } })))
  const agreed = JSON.stringify(inputs.map(({ body }) => body))
  if (agreed === carriers) return agreed
  await access.call('PUT', '/v1/channel-accounts/email', { body: { provider: 'smtp', replyTo: email } })
  for (const [index, { channel }] of LINES[slug].entries()) await connect(access, carriersUrl, channel, inputs[index]!.body as Record<string, string>)
  await approveTexts(access)
  return agreed
}

async function connect(access: Access, carriersUrl: string, channel: Line['channel'], input: Record<string, string>): Promise<void> {
  const { webhookUrl } = await access.call<{ webhookUrl: string }>('PUT', `/v1/channel-accounts/${channel}`, { body: input })
  // A call tells its own door; who shares an account with another channel does not take its answers away.
  if (channel === 'voice') return
  const account = input['accountSid'] ?? input['phoneNumberId'] ?? input['apiToken']
  await callJson('PUT', `${carriersUrl}/local/webhooks`, { body: { account, url: webhookUrl } })
}

async function approveTexts(access: Access): Promise<void> {
  const { data } = await access.call<{ data: { whatsappTemplate: object | null }[] }>('GET', '/v1/message-templates?of=house&limit=200')
  for (const { whatsappTemplate } of data) if (whatsappTemplate) await access.call('POST', '/v1/channel-accounts/whatsapp/templates', { body: whatsappTemplate })
}
