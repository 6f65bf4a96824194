import { appendAudit, INSTALLATION } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { createClient, type NewClient } from './create-client.ts'

/** Makes a client for an operator of the installation, who may make creditors and sees none of their data. */
export async function createOperator(work: Work, name: string): Promise<NewClient> {
  const client = await createClient(work, { creditorId: null, name, scopes: ['creditors:write'] })
  await appendAudit(work, { creditorId: INSTALLATION, type: 'operator.created', subject: showId('client', client.id), data: {} })
  return client
}
