import type { Channel } from '@repactua/shared/contract/messaging.ts'

/** A channel as people call it, alone on a line. */
export const CHANNEL_NAMES: Record<Channel, string> = { email: 'E-mail', sms: 'SMS', whatsapp: 'WhatsApp', push: 'Aviso no aparelho', voice: 'Ligação' }

/** The same inside a sentence: "por e-mail". */
export const BY_CHANNEL: Record<Channel, string> = { email: 'por e-mail', sms: 'por SMS', whatsapp: 'por WhatsApp', push: 'por aviso no aparelho', voice: 'por ligação' }
