import type { ChannelProvider } from '@repactua/shared/contract/channels.ts'
import { meta } from './meta/meta.ts'
import type { Provider } from './provider.ts'
import { twilio } from './twilio/twilio.ts'
import { zenvia } from './zenvia/zenvia.ts'

/** Every provider that is spoken to by HTTP. */
export const PROVIDERS: Record<Exclude<ChannelProvider, 'smtp'>, Provider> = { twilio, zenvia, meta }
