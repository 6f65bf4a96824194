import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { ExternalId } from '@repactua/shared/contract/debts.ts'
import { Escalation, EscalationConfirmation, EscalationInput, EscalationQuery, EscalationSettings, ProofOfNotice } from '@repactua/shared/contract/escalations.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { creditorOf } from '../../platform/work.ts'
import { changeEscalationSettings, readOwnRules } from './change-settings.ts'
import { confirmEscalation } from './confirm-escalation.ts'
import { presentEscalation, presentEscalationSettings } from './escalations.presenter.ts'
import { listEscalations } from './list-escalations.ts'
import { proposeEscalation } from './propose-escalation.ts'
import { proveNotice } from './prove-notice.ts'
import { requestEscalation } from './request-escalation.ts'
import { withdrawEscalation } from './withdraw-escalation.ts'

const TAG = { tag: 'Escalations', security: 'creditor' } as const
const params = Closed({ id: IdOf('escalation') })
const headers = IdempotencyHeaders
const write = asClient('escalations:write')
const read = asClient('escalations:read')

export const escalationRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/escalation-settings', {
    schema: describe({ ...TAG, summary: 'Whether and how debts are listed or protested', description: 'Everything is off until it is set.' }, { 200: EscalationSettings }),
    onRequest: read,
  }, (request) => transact(request, async (work) => presentEscalationSettings(await readOwnRules(work, creditorOf(work)))))

  app.put('/escalation-settings', {
    schema: { ...describe({ ...TAG, summary: 'Set whether and how debts are listed or protested', description: 'A kind that is taken out stops what was not requested yet, in the night.' }, { 200: EscalationSettings }), body: EscalationSettings },
    onRequest: write,
  }, (request) => transact(request, async (work) => presentEscalationSettings(await changeEscalationSettings(work, request.body))))

  app.get('/escalations', {
    schema: { ...describe({ ...TAG, summary: 'List escalations, newest first', description: 'Each state is a task or a wait: `noticed` asks for the notice of the bureau or the registry and its proof, `due` for a decision, `requested` for the request itself, `blocked` with `takeOff` for taking it back in time.' }, { 200: ListOf(Escalation) }), querystring: EscalationQuery },
    onRequest: read,
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => listEscalations(work, request.query))
    return { data: rows.map(presentEscalation), nextCursor }
  })

  app.post('/debts/:externalId/escalations', {
    schema: { ...describe({ ...TAG, summary: 'Propose that a debt be listed or protested', description: 'In the next night the person is told (`noticed`). Refused while something forbids it: a dispute, a pause, an agreement, its age, an amount below the least.' }, { 201: Escalation }), headers, params: Closed({ externalId: ExternalId }), body: EscalationInput },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentEscalation(await proposeEscalation(work, { creditorId: creditorOf(work), externalId: request.params.externalId }, request.body))))

  app.post('/escalations/:id/proof-of-notice', {
    schema: { ...describe({ ...TAG, summary: 'Give the proof that the notice was delivered', description: 'An electronic notice counts by the proof of its delivery (STJ, Tema 1.315). The person’s days begin with it.' }, { 200: Escalation }), headers, params, body: ProofOfNotice },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentEscalation(await proveNotice(work, readId(request.params.id), request.body))))

  app.post('/escalations/:id/request', {
    schema: { ...describe({ ...TAG, summary: 'Decide to request it', description: 'Possible from `due` on. Where two clients decide (`fourEyesPublishing`) the first call asks and another client’s call decides.' }, { 200: Escalation }), headers, params },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentEscalation(await requestEscalation(work, readId(request.params.id)))))

  app.post('/escalations/:id/confirmation', {
    schema: { ...describe({ ...TAG, summary: 'Say that the bureau or the registry has done it' }, { 200: Escalation }), headers, params, body: EscalationConfirmation },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentEscalation(await confirmEscalation(work, readId(request.params.id), request.body))))

  app.post('/escalations/:id/withdrawal', {
    schema: { ...describe({ ...TAG, summary: 'Let it be, or say that it is taken back' }, { 200: Escalation }), headers, params },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentEscalation(await withdrawEscalation(work, readId(request.params.id)))))
}
