/** What a client may be allowed to do, as the official file names it. */
export const SCOPES = ['cobv.write', 'cobv.read', 'pix.write', 'pix.read', 'webhook.write', 'webhook.read'] as const

export type Scope = (typeof SCOPES)[number]
