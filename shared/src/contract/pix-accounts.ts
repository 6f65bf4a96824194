import { Type, type Static } from 'typebox'
import { Closed, Day, Instant, Nullable, Said, Words } from './common.ts'

const Https = (description: string) => Type.String({ pattern: '^https://[^\\s#@]+$', maxLength: 500, description })
const Pem = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description })

/** What a creditor's bank gave it for the Pix API of the Central Bank. */
export const PixAccountInput = Closed({
  baseUrl: Https('Where the bank answers the Pix API, as in https://pix.bank.example/api/v2'),
  tokenUrl: Https('Where the bank gives access tokens (OAuth 2.0 client credentials)'),
  clientId: Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' }),
  clientSecret: Type.String({ minLength: 1, maxLength: 500, pattern: '^[\\x21-\\x7e]+$' }),
  certificate: Pem(20_000, 'The certificate that the bank knows the creditor by (PEM), with its chain where the bank wants it'),
  privateKey: Pem(20_000, 'Its private key (PEM, PKCS #8 or PKCS #1, no password)'),
  bankCertificates: Type.Optional(Pem(60_000, 'The authorities of the bank’s own certificate (PEM); left out, the usual ones')),
})
export type PixAccountInput = Static<typeof PixAccountInput>

export const PIX_ACCOUNT_STATUSES = ['waiting', 'ready', 'refused'] as const

/** How a creditor is connected to its bank. No secret is ever shown. */
export const PixAccount = Type.Object({
  baseUrl: Type.String(),
  tokenUrl: Type.String(),
  clientId: Type.String(),
  pixKey: Said(Type.String(), 'The key that charges are for: the creditor’s own'),
  certificateEndsOn: Said(Day, 'From the day after on the bank lets nobody in by it'),
  status: Words(PIX_ACCOUNT_STATUSES, { description: '`waiting` until the bank has answered, `ready` once it did, `refused` where it did not let us in' }),
  problem: Nullable(Said(Type.String(), 'What the bank answered last, where it refused: its status and the name of the error')),
  tellsPayments: Said(Type.Boolean(), 'Whether the bank was given an address to bring news of payments to; without it they are found by sweeps'),
  changedAt: Instant,
})
export type PixAccount = Static<typeof PixAccount>
