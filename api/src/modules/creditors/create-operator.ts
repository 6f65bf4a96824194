import { OPERATOR_SCOPES } from '@repactua/shared/contract/creditors.ts'
import { appendAudit, INSTALLATION } from '../../platform/audit/record-change.ts'
import { showId } from '../../platform/ids.ts'
import type { Work } from '../../platform/work.ts'
import { createClient, type NewClient } from './create-client.ts'

/** Makes a client for an operator of the installation, who may make creditors and set index tables, and sees no creditor's data. */
export async function createOperator(work: Work, name: string): Promise<NewClient> {
  const client = await createClient(work, { creditorId: null, name, scopes: OPERATOR_SCOPES })
  await appendAudit(work, { creditorId: INSTALLATION, type: 'operator.created', subject: showId('client', client.id), data: {} })
  return client
}
