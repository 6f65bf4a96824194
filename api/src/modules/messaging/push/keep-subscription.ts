import type { PushSubscriptionInput } from '@repactua/shared/contract/contact-choices.ts'
import { personOf, type Work } from '../../../platform/work.ts'
import { deleteSubscriptions, insertSubscription, listSubscriptions } from './subscriptions.repository.ts'

const MOST_BROWSERS = 10

/**
 * From now on this browser takes the person's pushes. One that is known gets its new keys; where a browser was somebody else's, its
 * page makes a subscription of its own first, so that nobody takes over an endpoint by naming it.
 */
export async function keepSubscription(work: Work, subscription: PushSubscriptionInput): Promise<void> {
  const cpfIndex = personOf(work)
  const endpointIndex = work.keys.mac('push-endpoint', subscription.endpoint)
  const known = await listSubscriptions(work.tx, cpfIndex)
  const [same, others] = [known.filter((one) => one.endpointIndex.equals(endpointIndex)), known.filter((one) => !one.endpointIndex.equals(endpointIndex))]
  await deleteSubscriptions(work.tx, cpfIndex, [...same, ...others.slice(MOST_BROWSERS - 1)].map(({ id }) => id))
  await insertSubscription(work.tx, { id: work.newId(), cpfIndex, endpointIndex, subscriptionSealed: work.keys.seal(JSON.stringify(subscription)), createdAt: work.clock.now() })
}

/** What was kept of a browser, opened. */
export function readSubscription(text: string): PushSubscriptionInput {
  return JSON.parse(text) as PushSubscriptionInput
}
