import { CHANNELS, type Channel } from '@repactua/shared/contract/messaging.ts'
import type { LocalDate } from '@repactua/shared/time/local-date.ts'

/** From one minute of the day to before another. */
export interface Hours {
  opens: number
  closes: number
}

/** When a state's law lets people be reached by some channels, from `validFrom` to `validTo` (both included; null: still in force). Never on a Sunday or a holiday. */
export interface ContactWindow {
  state: string
  channels: readonly Channel[]
  weekday: Hours
  saturday: Hours | null
  source: string
  validFrom: LocalDate
  validTo: LocalDate | null
  /** What a lawyer should know of it. */
  note?: string
}

const PHONE: readonly Channel[] = ['sms', 'whatsapp', 'voice']

/** Where the states' laws meet: it holds for mail and push everywhere, and for every channel where a state has no row. */
export const SAFE_WINDOW: Pick<ContactWindow, 'channels' | 'weekday' | 'saturday'> = { channels: CHANNELS, weekday: between(9, 18), saturday: null }

// A change of law closes a row with `validTo` and opens the next one; no row is ever edited in its hours.
export const CONTACT_WINDOWS: readonly ContactWindow[] = [
  { state: 'SP', channels: PHONE, weekday: between(8, 20), saturday: between(8, 14), source: 'SP, Lei 15.426/2014', validFrom: '2014-05-26', validTo: null },
  { state: 'AL', channels: PHONE, weekday: between(8, 20), saturday: between(8, 14), source: 'AL, Lei 7.782/2016', validFrom: '2016-01-01', validTo: null, note: 'in force since 2016; the day is not confirmed' },
  { state: 'RJ', channels: PHONE, weekday: between(9, 19), saturday: null, source: 'RJ, Lei 7.868/2018', validFrom: '2018-03-05', validTo: null },
  { state: 'ES', channels: PHONE, weekday: between(8, 19), saturday: null, source: 'ES, Lei 10.626/2017', validFrom: '2017-01-01', validTo: null, note: 'in force since 2017; the day is not confirmed. Saturdays are not used' },
  { state: 'CE', channels: PHONE, weekday: between(8, 18), saturday: null, source: 'CE, Lei 16.836/2019', validFrom: '2019-01-17', validTo: null, note: 'names SMS and WhatsApp' },
  { state: 'MG', channels: PHONE, weekday: between(9, 18), saturday: null, source: 'MG, lei estadual', validFrom: '2019-01-01', validTo: null, note: 'not settled; the same as the safe hours' },
]

/** When a person of this state may be reached by this channel on a day; the safe window where no row says otherwise. */
export function windowOn(state: string | null, channel: Channel, on: LocalDate): Pick<ContactWindow, 'weekday' | 'saturday'> {
  const row = CONTACT_WINDOWS.find((one) => one.state === state && one.channels.includes(channel) && one.validFrom <= on && (one.validTo === null || on <= one.validTo))
  return row ?? SAFE_WINDOW
}

function between(from: number, to: number): Hours {
  return { opens: from * 60, closes: to * 60 }
}
