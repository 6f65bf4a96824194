/** By what a person is written to or called. */
export const CHANNELS = ['email', 'sms', 'whatsapp', 'push', 'voice'] as const
export type Channel = (typeof CHANNELS)[number]

/** `collection`: of debts that are owed; `service`: of a plan, a dispute or a request that the person has. */
export const PURPOSES = ['collection', 'service'] as const
export type Purpose = (typeof PURPOSES)[number]

export const MESSAGE_STATUSES = ['planned', 'sending', 'sent', 'delivered', 'read', 'failed', 'held', 'cancelled', 'expired'] as const
export type MessageStatus = (typeof MESSAGE_STATUSES)[number]

/** What keeps a message from going now: an hour, a wish, a list of the state, or a cap over all creditors. */
export const CONTACT_RULES = ['quiet_hours', 'opted_out', 'paused', 'no_opt_in', 'block_list', 'person_day', 'person_week', 'address_day', 'address_week', 'debt_days', 'calls_day'] as const
export type ContactRule = (typeof CONTACT_RULES)[number]

/** Who said so: the person on their page, by one click in a mail, by a complaint to their provider, by a reply, by telling that they have paid; or the creditor, who heard it. */
export const CHOICE_SOURCES = ['person', 'unsubscribe', 'complaint', 'creditor', 'reply', 'paid_claim'] as const
export type ChoiceSource = (typeof CHOICE_SOURCES)[number]
