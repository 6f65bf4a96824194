import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, Cursor, IdOf, Limit, ListOf } from '@repactua/shared/contract/common.ts'
import { DebtorScoresAnswer, DebtorScoresInput, ProfileRules, ProfileRulesInput, Segment, SegmentInput, SegmentPreview } from '@repactua/shared/contract/segments.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { creditorOf } from '../../platform/work.ts'
import { rulesOf, rulesOfVersion } from './rules/read-rules.ts'
import { setRules } from './rules/set-rules.ts'
import { previewSegment } from './saved/preview-segment.ts'
import { readSegment, readSegments } from './saved/read-segments.ts'
import { changeSegment, createSegment } from './saved/save-segment.ts'
import { uploadScores } from './scores/upload-scores.ts'
import { presentPreview, presentRules, presentSegment } from './segments.presenter.ts'

const TAG = { tag: 'Segments', security: 'creditor' } as const
const oneSegment = Closed({ id: IdOf('segment') })
const read = asClient('segments:read')
const write = asClient('segments:write')
/** A thousand scores with their reasons. */
const LONGEST_UPLOAD_BYTES = 2 * 1024 * 1024

export const segmentRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/segments', {
    schema: { ...describe({ ...TAG, summary: 'Save a segment: a condition over people’s histories' }, { 201: Segment }), headers: IdempotencyHeaders, body: SegmentInput },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentSegment(await createSegment(work, request.body))))

  app.get('/segments', {
    schema: { ...describe({ ...TAG, summary: 'List segments in their newest versions' }, { 200: ListOf(Segment) }), querystring: Closed({ limit: Type.Optional(Limit), cursor: Type.Optional(Cursor) }) },
    onRequest: read,
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await readSegments(work, request.query)
    return { data: rows.map(presentSegment), nextCursor }
  }))

  app.get('/segments/:id', {
    schema: { ...describe({ ...TAG, summary: 'Read a segment' }, { 200: Segment }), params: oneSegment },
    onRequest: read,
  }, (request) => transact(request, async (work) => presentSegment(await readSegment(work, readId(request.params.id)))))

  app.put('/segments/:id', {
    schema: { ...describe({ ...TAG, summary: 'Change a segment by a new version', description: 'The new version holds from now on wherever the segment is used.' }, { 200: Segment }), headers: IdempotencyHeaders, params: oneSegment, body: SegmentInput },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentSegment(await changeSegment(work, readId(request.params.id), request.body))))

  app.post('/segments/:id/preview', {
    schema: { ...describe({ ...TAG, summary: 'Whom a segment reaches today', description: 'Up to 20,000 people are looked at; of more than that so many are drawn evenly, the same on each call, and `exact` is false.' }, { 200: SegmentPreview }), params: oneSegment },
    config: perMinute(20),
    onRequest: read,
  }, (request) => transact(request, async (work) => presentPreview(await previewSegment(work, readId(request.params.id)), work.today)))

  app.get('/profile-rules', {
    schema: describe({ ...TAG, summary: 'How profiles are made now', description: 'Version 1 is built in.' }, { 200: ProfileRules }),
    onRequest: read,
  }, (request) => transact(request, async (work) => presentRules(await rulesOf(work, creditorOf(work)))))

  app.get('/profile-rules/:version', {
    schema: { ...describe({ ...TAG, summary: 'How profiles were made by a version' }, { 200: ProfileRules }), params: Closed({ version: Type.Integer({ minimum: 1, maximum: 100_000 }) }) },
    onRequest: read,
  }, (request) => transact(request, async (work) => presentRules(await rulesOfVersion(work, creditorOf(work), request.params.version))))

  app.put('/profile-rules', {
    schema: { ...describe({ ...TAG, summary: 'Set how profiles are made, as a new version', description: 'The factors are a closed list of what a person did with this creditor; what somebody is cannot be one. The same rules again make no version.' }, { 200: ProfileRules }), headers: IdempotencyHeaders, body: ProfileRulesInput },
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentRules(await setRules(work, request.body))))

  app.put('/debtor-scores', {
    schema: { ...describe({ ...TAG, summary: 'Upload bands from elsewhere', description: 'Up to 1,000 a call, each by `cpf` or by the `externalId` of a debt. An uploaded band wins to the end of its `validUntil`; the newest one counts. Lines of nobody are refused one by one.' }, { 200: DebtorScoresAnswer }), headers: IdempotencyHeaders, body: DebtorScoresInput },
    bodyLimit: LONGEST_UPLOAD_BYTES,
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, (work) => uploadScores(work, request.body)))
}
