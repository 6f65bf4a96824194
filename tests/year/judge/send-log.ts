/** A message that a carrier took: the carrier's own word, with what the house says it was about. */
export interface Sent {
  /** The house's name for the step; what goes out twice under one name went out twice. */
  step: string
  at: Date
  channel: 'email' | 'sms' | 'whatsapp' | 'push' | 'voice'
  /** The address as the carrier saw it. */
  to: string
  person: string
  creditor: string
  purpose: 'collection' | 'service'
  debts: readonly string[]
  /** Where the person lives: the two letters of a state. */
  state: string | null
}

/** A rule that was broken, and by which messages. */
export interface Breach {
  rule: string
  sent: readonly Sent[]
  why: string
}

/** A wish or an event from which on messages must stop, until another day or for good. */
export interface Stop {
  why: string
  from: Date
  until: Date | null
  /** Whom and what it is about; what is left out is all. */
  person?: string
  creditor?: string
  debt?: string
  channel?: Sent['channel']
  purpose?: Sent['purpose']
  to?: string
}
