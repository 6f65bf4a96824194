import type { Channel } from '@repactua/shared/contract/messaging.ts'

/** A channel as people call it, alone on a line. */
export const CHANNEL_NAMES: Record<Channel, string> = { email: 'E-mail', sms: 'SMS', whatsapp: 'WhatsApp', push: 'Aviso no aparelho', voice: 'Ligação' }
