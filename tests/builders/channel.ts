import type { ChannelAccount, ChannelAccountInput } from '@repactua/shared/contract/channels.ts'
import type { TestApp } from '../support/app.ts'
import type { TestCreditor } from './creditor.ts'

export const TWILIO = { provider: 'twilio', accountSid: `AC${'0'.repeat(31)}1`, authToken: 'token-de-mentira-1', sender: '+551130000000' } as const satisfies ChannelAccountInput
export const ZENVIA = { provider: 'zenvia', apiToken: 'token-de-mentira-2', sender: 'aurora', webhookToken: 'um-segredo-de-mentira-de-trinta-e-dois' } as const satisfies ChannelAccountInput
export const META = { provider: 'meta', accessToken: 'token-de-mentira-3', appSecret: 'segredo-de-mentira-3', verifyToken: 'prova-de-mentira', phoneNumberId: '106540352242922', businessAccountId: '102290129340398' } as const satisfies ChannelAccountInput

/** Sets an account of a creditor. */
export async function setChannelAccount({ http }: Pick<TestApp, 'http'>, { bearer }: Pick<TestCreditor, 'bearer'>, channel: ChannelAccount['channel'], input: ChannelAccountInput): Promise<ChannelAccount> {
  const { body } = await http.put(`/v1/channel-accounts/${channel}`).set('authorization', bearer).send(input).expect(200)
  return body as ChannelAccount
}

/** The path of an account's webhook. */
export function hookOf({ webhookUrl }: Pick<ChannelAccount, 'webhookUrl'>): string {
  return new URL(webhookUrl!).pathname
}
