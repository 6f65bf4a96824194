import { personOf, type Work } from '../../../platform/work.ts'
import { deleteSubscriptions, listSubscriptions } from './subscriptions.repository.ts'

/** This browser takes no more pushes of the person. One that is not known is let be. */
export async function dropSubscription(work: Work, endpoint: string): Promise<void> {
  const cpfIndex = personOf(work)
  const endpointIndex = work.keys.mac('push-endpoint', endpoint)
  const gone = (await listSubscriptions(work.tx, cpfIndex)).filter((one) => one.endpointIndex.equals(endpointIndex))
  await deleteSubscriptions(work.tx, cpfIndex, gone.map(({ id }) => id))
}
