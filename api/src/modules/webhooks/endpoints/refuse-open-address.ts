import { AppError } from '../../../platform/errors/app-error.ts'
import type { Work } from '../../../platform/work.ts'

/** Refuses an address whose deliveries others could read on their way. Where it leads to is judged at each call. */
export function refuseOpenAddress({ allowsPrivateAddresses }: Pick<Work, 'allowsPrivateAddresses'>, url: string): void {
  if (allowsPrivateAddresses || new URL(url).protocol === 'https:') return
  throw new AppError('webhook_address_not_https', { errors: [{ pointer: '/url', code: 'webhook_address_not_https', message: 'Deve começar com https://.' }] })
}
