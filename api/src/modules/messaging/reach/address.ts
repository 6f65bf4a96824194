import type { Channel } from '@repactua/shared/contract/messaging.ts'
import type { Keys } from '../../../platform/crypto/keys.ts'

/** Where a channel leads to: an e-mail address, a phone in E.164, or a browser's subscription as JSON. */
export interface Address {
  value: string
  index: Buffer
}

/**
 * An address with its keyed index. Without a CPF in it, so that one phone is one phone whoever shares it: that is what caps of a
 * household are counted by.
 */
export function addressOf(keys: Keys, channel: Channel, value: string): Address {
  const [kind, plain] = channel === 'email' ? ['email', value.toLowerCase()] : channel === 'push' ? ['push', endpointOf(value)] : ['phone', value]
  return { value, index: keys.mac('contact', `${kind}:${plain}`) }
}

/**
 * What an address that takes nothing is noted by. Of mail and push the installation's own servers say so, for everybody; of a phone a
 * carrier that the creditor named, and its word is nobody else's.
 */
export function noteOf(keys: Keys, creditorId: string, channel: Channel, index: Buffer): Buffer {
  return channel === 'email' || channel === 'push' ? index : keys.mac('unreachable', `${creditorId}:${index.toString('hex')}`)
}

function endpointOf(subscription: string): string {
  return (JSON.parse(subscription) as { endpoint: string }).endpoint
}
