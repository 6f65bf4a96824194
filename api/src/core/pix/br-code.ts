import { crc16 } from './crc16.ts'
import { readTlv, writeTlv, type TlvField } from './tlv.ts'

/** The Pix application's own name inside a BR Code. */
const PIX_GUI = 'br.gov.bcb.pix'
const REAL = '986'
/** Field 01 of a code that is paid one time only. */
const PAID_ONCE = '12'
/** What field 62-05 says where the txid stands elsewhere or there is none. */
const NO_TXID = '***'
const LONGEST_NAME = 25
const LONGEST_CITY = 15
/** The first amount that a code has no room for: field 54 holds 13 characters, ten digits, a point and two digits. */
export const AMOUNT_CENTS_LIMIT = 1_000_000_000_000n

export interface StaticCharge {
  /** A key in the DICT's own form, as `normalisePixKey` of shared/br/pix-key.ts gives it. */
  key: string
  merchantName: string
  merchantCity: string
  amountCents: bigint
  /** 1 to 25 letters or digits, as `txidFor` gives it. */
  txid: string
}

export interface DynamicCharge {
  /** Host and path of the charge's location, without a scheme, 77 characters at most. */
  url?: string
  /** The same of a recurrence. */
  recurrenceUrl?: string
  merchantName: string
  merchantCity: string
}

export interface BrCode {
  /** The Pix key of a static code. */
  key: string | null
  /** The location of a dynamic code, without its scheme. */
  url: string | null
  /** The location of a recurrence (Pix Automático), without its scheme. */
  recurrenceUrl: string | null
  merchantName: string
  merchantCity: string
  amountCents: bigint | null
  txid: string | null
  /** Every field but the check sum, in the order in which it stands. */
  fields: TlvField[]
}

/**
 * The copy-and-paste text of a static Pix charge over exactly `amountCents`.
 * Name and city lose their accents and are cut to 25 and 15 characters. Throws where amount, txid or a name does not fit.
 * Source: Manual de Padrões para Iniciação do Pix (BCB), 2.6; Manual do BR Code.
 */
export function staticBrCode({ key, merchantName, merchantCity, amountCents, txid }: StaticCharge): string {
  if (!/^[A-Za-z0-9]{1,25}$/.test(txid)) throw new RangeError('a txid has 1 to 25 letters or digits')
  return writeBrCode([
    { id: '00', value: '01' },
    { id: '26', value: writeTlv([{ id: '00', value: PIX_GUI }, { id: '01', value: key }]) },
    { id: '52', value: '0000' },
    { id: '53', value: REAL },
    { id: '54', value: amountText(amountCents) },
    ...receiverFields({ merchantName, merchantCity }),
    { id: '62', value: writeTlv([{ id: '05', value: txid }]) },
  ])
}

/**
 * The copy-and-paste text of a dynamic Pix charge, whose amount and txid stand at its location; with a recurrence (Pix
 * Automático) beside it, or of a recurrence alone. Source: Manual de Padrões para Iniciação do Pix (BCB), 2.7.
 */
export function dynamicBrCode({ url, recurrenceUrl, ...receiver }: DynamicCharge): string {
  return writeBrCode([
    { id: '00', value: '01' },
    ...(url === undefined ? [] : [{ id: '01', value: PAID_ONCE }]),
    { id: '26', value: pixAt(url) },
    { id: '52', value: '0000' },
    { id: '53', value: REAL },
    ...receiverFields(receiver),
    { id: '62', value: writeTlv([{ id: '05', value: NO_TXID }]) },
    ...(recurrenceUrl === undefined ? [] : [{ id: '80', value: pixAt(recurrenceUrl) }]),
  ])
}

/** Writes fields and the check sum (field 63) over all that stands before its value. */
export function writeBrCode(fields: readonly TlvField[]): string {
  const text = `${writeTlv(fields)}6304`
  return text + crc16(text)
}

/** Reads any BR Code; null where the check sum or the structure is wrong. */
export function parseBrCode(payload: string): BrCode | null {
  const fields = checkedFields(payload)
  const account = fields && pixTemplate(fields, 26, 51)
  const recurrence = fields && pixTemplate(fields, 80, 99)
  if (!fields || (!account && !recurrence)) return null
  return {
    key: valueOf(account, '01'),
    url: valueOf(account, '25'),
    recurrenceUrl: valueOf(recurrence, '25'),
    merchantName: valueOf(fields, '59') ?? '',
    merchantCity: valueOf(fields, '60') ?? '',
    amountCents: centsOf(valueOf(fields, '54')),
    txid: valueOf(readTlv(valueOf(fields, '62') ?? ''), '05'),
    fields,
  }
}

function pixAt(url: string | undefined): string {
  return writeTlv([{ id: '00', value: PIX_GUI }, ...(url === undefined ? [] : [{ id: '25', value: url }])])
}

function receiverFields({ merchantName, merchantCity }: Pick<StaticCharge, 'merchantName' | 'merchantCity'>): TlvField[] {
  return [
    { id: '58', value: 'BR' },
    { id: '59', value: asciiWithin(merchantName, LONGEST_NAME) },
    { id: '60', value: asciiWithin(merchantCity, LONGEST_CITY) },
  ]
}

function amountText(cents: bigint): string {
  if (cents < 1n || cents >= AMOUNT_CENTS_LIMIT) throw new RangeError('a Pix amount has 1 to 999999999999 cents')
  const digits = String(cents).padStart(3, '0')
  return `${digits.slice(0, -2)}.${digits.slice(-2)}`
}

// Banks' apps differ in how they count accented characters, so none are sent.
function asciiWithin(text: string, longest: number): string {
  const ascii = text.normalize('NFD').replace(/\p{M}/gu, '').replace(/[^\x20-\x7e]/g, ' ')
  const fitted = ascii.replace(/ +/g, ' ').trim().slice(0, longest).trim()
  if (!fitted) throw new RangeError('a name in a BR Code needs a letter or digit')
  return fitted
}

function checkedFields(payload: string): TlvField[] | null {
  const text = payload.slice(0, -4)
  if (!text.endsWith('6304') || crc16(text) !== payload.slice(-4).toUpperCase()) return null
  return readTlv(text.slice(0, -4))
}

// Several payment arrangements may share one code; the one named br.gov.bcb.pix is ours.
function pixTemplate(fields: readonly TlvField[], from: number, to: number): TlvField[] | null {
  return fields
    .filter(({ id }) => Number(id) >= from && Number(id) <= to)
    .map(({ value }) => readTlv(value))
    .find((inner) => valueOf(inner, '00')?.toLowerCase() === PIX_GUI) ?? null
}

function valueOf(fields: readonly TlvField[] | null | undefined, id: string): string | null {
  return fields?.find((field) => field.id === id)?.value ?? null
}

function centsOf(amount: string | null): bigint | null {
  const parts = /^(\d{1,10})(?:\.(\d{1,2}))?$/.exec(amount ?? '')
  return parts ? BigInt(`${parts[1]}${(parts[2] ?? '').padEnd(2, '0')}`) : null
}
