import type { Channel } from '@repactua/shared/contract/messaging.ts'
import { enterPerson } from '../../../platform/db/transaction.ts'
import type { Work } from '../../../platform/work.ts'
import { findDebtor, findPerson, firstNameOf } from '../../debtors/index.ts'
import type { MessageRecord } from '../messages.repository.ts'
import { addressOf, noteOf, type Address } from './address.ts'
import { listSubscriptions } from '../push/subscriptions.repository.ts'
import { blockedPhones, unreachableOf } from './reach.repository.ts'

/** Whom a message is for, and where each channel leads to. */
export interface Addressee {
  firstName: string
  state: string | null
  city: string | null
  addresses: ReadonlyMap<Channel, Address>
  /** Whether a state's list blocks the phone. */
  blocked: boolean
}

const BY_PHONE = ['sms', 'whatsapp', 'voice'] as const

/**
 * The addresses by which this creditor may reach a person (decision 35): where most creditors agree. A debt's collection goes
 * there only if this creditor has that address on file itself; what belongs to a plan or a request of the person's always does.
 * What took nothing before is left out.
 */
export async function findAddressee(work: Work, { creditorId, debtorId, cpfIndex, purpose }: MessageRecord): Promise<Addressee> {
  await enterPerson(work.tx, cpfIndex)
  const [debtor, person] = [await findDebtor(work, creditorId, debtorId), await findPerson(work, cpfIndex)]
  const may = (agreed: string | null, own: string | null) => (purpose === 'service' || agreed?.toLowerCase() === own?.toLowerCase() ? agreed : null)
  const subscriptions = (await listSubscriptions(work.tx, cpfIndex)).map(({ subscriptionSealed }) => work.keys.open(subscriptionSealed))
  const phone = may(person!.phone, debtor!.phone)
  const candidates = [
    ...listed(work, ['email'], may(person!.email, debtor!.email)),
    ...listed(work, BY_PHONE, phone),
    ...subscriptions.flatMap((subscription) => listed(work, ['push'], subscription)),
  ]
  const noted = candidates.map(([channel, address]) => ({ channel, address, note: noteOf(work.keys, creditorId, channel, address.index) }))
  const lost = await unreachableOf(work.tx, noted.map(({ note }) => note))
  const addresses = new Map(noted.filter(({ channel, note }) => !lost.has(`${channel}:${note.toString('hex')}`)).map(({ channel, address }) => [channel, address] as const).toReversed())
  const blocked = phone !== null && (await blockedPhones(work.tx, [addressOf(work.keys, 'sms', phone).index])).size > 0
  return { firstName: firstNameOf(debtor!.name), state: debtor!.state, city: debtor!.city, addresses, blocked }
}

function listed({ keys }: Pick<Work, 'keys'>, channels: readonly Channel[], value: string | null): [Channel, Address][] {
  return value === null ? [] : channels.map((channel) => [channel, addressOf(keys, channel, value)])
}
