import { AppError } from '../../platform/errors/app-error.ts'
import type { Platform } from '../../platform/platform.ts'
import { ownerOfHook } from './hook-owner.ts'
import { sameSecret } from './providers/same-secret.ts'

/** Answers Meta's question whether a webhook is wanted, by the token that the creditor chose: https://developers.facebook.com/docs/graph-api/webhooks/getting-started#verification-requests */
export async function proveSubscription(platform: Platform, hook: string, { mode, token, challenge }: { mode: string; token: string; challenge: string }): Promise<string> {
  const owner = await ownerOfHook(platform, hook)
  if (!owner) throw new AppError('not_found')
  if (mode !== 'subscribe' || !sameSecret(token, owner.secrets.verify)) throw new AppError('carrier_news_unsigned')
  return challenge
}
