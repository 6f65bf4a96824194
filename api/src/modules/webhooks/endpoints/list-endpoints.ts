import { creditorOf, type Work } from '../../../platform/work.ts'
import { endpointsOf, type EndpointRecord } from './endpoints.repository.ts'

/** All endpoints of the creditor, oldest first. */
export function listEndpoints(work: Work): Promise<EndpointRecord[]> {
  return endpointsOf(work.tx, creditorOf(work))
}
