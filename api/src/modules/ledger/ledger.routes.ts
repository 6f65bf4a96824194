import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf } from '@repactua/shared/contract/common.ts'
import { AgreementLedger, LedgerEntries, LedgerQuery } from '@repactua/shared/contract/ledger.ts'
import { describe } from '../../platform/http/openapi.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { listEntries, readAgreementLedger } from './read-ledger.ts'

const TAG = { tag: 'Ledger', security: 'creditor' } as const

export const ledgerRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/ledger-entries', {
    schema: { ...describe({ ...TAG, summary: 'What agreements moved, entry by entry, newest first', description: 'Entries are never changed; what is taken back is an entry of its own.' }, { 200: LedgerEntries }), querystring: LedgerQuery },
    onRequest: asClient('payments:read'),
  }, (request) => transact(request, (work) => listEntries(work, request.query)))

  app.get('/agreements/:id/ledger', {
    schema: { ...describe({ ...TAG, summary: 'How one agreement stands, account by account' }, { 200: AgreementLedger }), params: Closed({ id: IdOf('agreement') }) },
    onRequest: asClient('payments:read'),
  }, (request) => transact(request, (work) => readAgreementLedger(work, readId(request.params.id))))
}
