/** What a carrier took: when, for which attempt of the house, and to where. Written by the carrier's side alone. */
export interface Taken {
  attemptId: string
  at: Date
  channel: 'email' | 'sms'
  to: string
}

/** A day on which carriers are not at their best: how many of a thousand calls end so. */
export interface Weather {
  busy: number
  down: number
  /** Took the message and never said so. */
  silent: number
  badNumber: number
}

export const FAIR: Weather = { busy: 0, down: 0, silent: 0, badNumber: 0 }
