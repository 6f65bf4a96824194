import { isDeepStrictEqual } from 'node:util'
import type { AccountChannel, ChannelAccountInput } from '@repactua/shared/contract/channels.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { checkWords } from '../../core/messages/lint/check-words.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { refuseAddress } from '../../platform/http-out/public-lookup.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { newHook, openSecrets, sealSecrets, type AccountSecrets } from './account-secrets.ts'
import { partsOf, PROVIDERS_OF, type AccountParts } from './account-parts.ts'
import { deleteAccount, findAccount, lockAccount, putAccount, type ChannelAccountRecord } from './accounts.repository.ts'

/** Sets by which carrier the creditor sends on a channel, from the next message on. The same again changes nothing; the address for the carrier's news stays as long as an account stands. */
export async function setAccount(work: Work, channel: AccountChannel, input: ChannelAccountInput): Promise<ChannelAccountRecord> {
  await refuseRevoked(work)
  const parts = partsOf(channel, input)
  refuseWrong(work, channel, input, parts)
  const creditorId = creditorOf(work)
  const standing = await lockAccount(work.tx, creditorId, channel)
  const known = standing && openSecrets(work.keys, standing)
  const secrets: AccountSecrets = { ...parts.secrets, hook: known?.hook ?? newHook(creditorId) }
  if (standing && isDeepStrictEqual([known, openPartOf(standing)], [secrets, openPartOf(parts.open)])) return standing
  const now = work.clock.now()
  const account: ChannelAccountRecord = { creditorId, channel, id: standing?.id ?? work.newId(), createdAt: standing?.createdAt ?? now, ...parts.open, secretsSealed: sealSecrets(work.keys, secrets), changedAt: now }
  await putAccount(work.tx, account)
  await recordChange(work, { creditorId, type: 'channel_account.changed', subject: showId('creditor', creditorId), data: { channel, ...openPartOf(account) } })
  return account
}

/** By which carrier the creditor sends on a channel; refuses with not_found where it set none. */
export async function readAccount(work: Work, channel: AccountChannel): Promise<ChannelAccountRecord> {
  const account = await findAccount(work.tx, creditorOf(work), channel)
  if (!account) throw new AppError('not_found')
  return account
}

/** Forgets an account with its secrets: nothing more is sent by it, and news of what was sent is refused. */
export async function removeAccount(work: Work, channel: AccountChannel): Promise<void> {
  await refuseRevoked(work)
  const creditorId = creditorOf(work)
  if (!(await lockAccount(work.tx, creditorId, channel))) throw new AppError('not_found')
  await deleteAccount(work.tx, creditorId, channel)
  await recordChange(work, { creditorId, type: 'channel_account.removed', subject: showId('creditor', creditorId), data: { channel } })
}

function refuseWrong({ allowsPrivateAddresses }: Work, channel: AccountChannel, { provider }: ChannelAccountInput, { open }: AccountParts): void {
  const errors = [
    PROVIDERS_OF[channel].includes(provider) ? null : finding('/provider', 'Este provedor não serve este canal.'),
    channel === 'voice' && !/^\+\d/.test(open.sender ?? '') ? finding('/sender', 'Ligações saem de um número completo, como +551130000000.') : null,
    ...wrongName(open.settings.fromName),
    open.baseUrl === null || allowsPrivateAddresses ? null : wrongAddress(open.baseUrl),
  ].filter((one) => one !== null)
  if (errors.length > 0) throw new AppError('channel_account_invalid', { errors })
}

// Whom a mail is from stands on a locked screen beside its subject: what a template may not say there, a name may not either. Some are written in capitals.
function wrongName(fromName: string | undefined): FieldError[] {
  if (fromName === undefined) return []
  const found = checkWords('from-name', [{ channel: 'email', pointer: '/fromName', text: fromName, exposed: fromName.length }], new Set())
  return found.filter(({ severity, rule }) => severity === 'error' && rule !== 'shouting').map(({ pointer, instead }) => finding(pointer, instead))
}

function wrongAddress(baseUrl: string): FieldError | null {
  if (!baseUrl.startsWith('https://') || !URL.canParse(baseUrl)) return finding('/baseUrl', 'Deve começar com https://.')
  return refuseAddress(new URL(baseUrl)) ? finding('/baseUrl', 'Este endereço não é da internet pública.') : null
}

function finding(pointer: string, message: string): FieldError {
  return { pointer, code: 'wrong_format', message }
}

function openPartOf({ provider, baseUrl, account, sender, settings, ratePerSecond }: AccountParts['open']) {
  return { provider, baseUrl, account, sender, settings, ratePerSecond }
}
