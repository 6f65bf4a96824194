import { Type, type Static } from 'typebox'
import { Closed, Day, IdOf, Instant, Nullable, PositiveCents, Said, Words } from './common.ts'

const Https = (description: string) => Type.String({ pattern: '^https://[^\\s#@]+$', maxLength: 500, description })
const Pem = (maxLength: number, description: string) => Type.String({ minLength: 1, maxLength, description })

/** The account behind the key, which each debit of Pix Automático names. */
export const PixReceiver = Closed({
  account: Type.String({ pattern: '^[0-9A-Za-z]{1,20}$', maxLength: 20, description: 'With its check digit, nothing between' }),
  agency: Type.Optional(Type.String({ pattern: '^\\d{1,4}$', maxLength: 4 })),
  accountType: Words(['CORRENTE', 'POUPANCA', 'PAGAMENTO'] as const),
})
export type PixReceiver = Static<typeof PixReceiver>

/** What a creditor's bank gave it for the Pix API of the Central Bank. */
export const PixAccountInput = Closed({
  baseUrl: Https('Where the bank answers the Pix API, as in https://pix.bank.example/api/v2'),
  tokenUrl: Https('Where the bank gives access tokens (OAuth 2.0 client credentials)'),
  clientId: Type.String({ minLength: 1, maxLength: 200, pattern: '^[\\x21-\\x7e]+$' }),
  clientSecret: Type.String({ minLength: 1, maxLength: 500, pattern: '^[\\x21-\\x7e]+$' }),
  certificate: Pem(20_000, 'The certificate that the bank knows the creditor by (PEM), with its chain where the bank wants it'),
  privateKey: Pem(20_000, 'Its private key (PEM, PKCS #8 or PKCS #1, no password)'),
  bankCertificates: Type.Optional(Pem(60_000, 'The authorities of the bank’s own certificate (PEM); left out, the usual ones')),
  receiver: Type.Optional(Type.Unsafe<PixReceiver>({ ...PixReceiver, description: 'Switches Pix Automático on, where the bank has it: the account that debits are paid to' })),
  holdsUnknown: Type.Optional(Type.Boolean({ default: false, description: 'The Pix key is used for nothing else: money that names no charge of ours is held for a person to look at. Otherwise it is somebody else’s business, and nothing of it is kept' })),
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
  holdsUnknown: Type.Boolean(),
  receiver: Nullable(PixReceiver),
  sweptUntil: Nullable(Said(Instant, 'Up to here all Pix of the account have been looked through')),
  changedAt: Instant,
})
export type PixAccount = Static<typeof PixAccount>

/** A look through all Pix of some days, for what no webhook told. */
export const PixSweepInput = Closed({
  from: Said(Day, 'The first day'),
  to: Said(Day, 'The last day, today at most; 31 days in all'),
})
export type PixSweepInput = Static<typeof PixSweepInput>

export const PixSweep = Type.Object({ from: Day, to: Day })

export const TRANSFER_STATUSES = ['asked', 'processing', 'done', 'refused'] as const

/** How a refund goes back by Pix, out of the Pix that the money came by. */
export const RefundTransfer = Type.Object({
  refundId: IdOf('refund'),
  status: Words(TRANSFER_STATUSES, { description: '`done` once all of it has gone back: the refund is confirmed then. `refused` where a part did not: `reason` says why, and it can be asked for again' }),
  parts: Type.Array(Type.Object({
    endToEndId: Type.String(),
    amountCents: PositiveCents,
    status: Words(TRANSFER_STATUSES),
    reason: Nullable(Type.String()),
    returnId: Nullable(Said(Type.String(), 'The bank’s id of the devolution')),
  })),
})
export type RefundTransfer = Static<typeof RefundTransfer>
