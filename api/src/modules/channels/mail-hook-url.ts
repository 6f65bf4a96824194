import type { Platform } from '../../platform/platform.ts'
import { mailHook } from './account-secrets.ts'
import { hookUrl } from './hook-url.ts'

/** Where the mail server that takes bounces and complaints pipes them to. Known to the operator alone. */
export function mailHookUrl({ keys, publicUrl }: Pick<Platform, 'keys' | 'publicUrl'>): string {
  return hookUrl(publicUrl, mailHook(keys))
}
