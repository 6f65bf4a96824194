/** What a client may be allowed to do, as the official file names it. */
export const SCOPES = [
  'cobv.write', 'cobv.read', 'pix.write', 'pix.read', 'webhook.write', 'webhook.read',
  'rec.write', 'rec.read', 'payloadlocationrec.write', 'payloadlocationrec.read', 'solicrec.write', 'solicrec.read', 'cobr.write', 'cobr.read',
  'webhookrec.write', 'webhookrec.read', 'webhookcobr.write', 'webhookcobr.read',
] as const

export type Scope = (typeof SCOPES)[number]
