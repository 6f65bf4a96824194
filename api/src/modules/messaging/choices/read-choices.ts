import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { INSTALLATION } from '../../../platform/audit/record-change.ts'
import { personOf, type Work } from '../../../platform/work.ts'
import { findCreditors, type CreditorRecord } from '../../creditors/index.ts'
import { findContacts, type Contacts } from '../../debtors/index.ts'
import { readSubscription } from '../push/keep-subscription.ts'
import { listSubscriptions } from '../push/subscriptions.repository.ts'
import { standingChoicesOf, type ContactChoiceRow } from './choices.repository.ts'

/** What a person wished, and by what each creditor reaches them. */
export interface ChoicesView {
  contacts: Contacts[]
  /** Of all creditors at once. */
  general: ContactChoiceRow[]
  pushEndpoints: string[]
  creditors: { creditor: CreditorRecord; channels: Channel[]; own: ContactChoiceRow[] }[]
}

/** The standing wishes of the person who asks, beside every creditor that knows them. */
export async function readChoices(work: Work): Promise<ChoicesView> {
  const cpfIndex = personOf(work)
  const contacts = await findContacts(work, cpfIndex)
  const wishes = await standingChoicesOf(work.tx, cpfIndex, work.clock.now())
  const creditors = await findCreditors(work.tx, contacts.map(({ creditorId }) => creditorId))
  const of = (creditorId: string) => wishes.filter((wish) => wish.creditorId === creditorId)
  return {
    contacts,
    general: of(INSTALLATION),
    pushEndpoints: (await listSubscriptions(work.tx, cpfIndex)).map(({ subscriptionSealed }) => readSubscription(work.keys.open(subscriptionSealed)).endpoint),
    creditors: contacts.map((one) => ({ creditor: creditors.get(one.creditorId)!, channels: channelsOf([one]), own: of(one.creditorId) })),
  }
}

/** By which channels these contacts can be reached. A browser may be, whatever is on file. */
export function channelsOf(contacts: readonly Pick<Contacts, 'email' | 'phone'>[]): Channel[] {
  const hasEmail = contacts.some(({ email }) => email !== null)
  const hasPhone = contacts.some(({ phone }) => phone !== null)
  return [...(hasEmail ? ['email'] as const : []), ...(hasPhone ? ['whatsapp', 'sms', 'voice'] as const : []), 'push']
}
