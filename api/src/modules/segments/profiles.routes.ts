import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Closed, IdOf, ListOf } from '@repactua/shared/contract/common.ts'
import { CreditorProfileReview, MyProfiles, ProfileReview, ProfileReviewDecision, ProfileReviewInput, ProfileReviewQuery } from '@repactua/shared/contract/profile-reviews.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient, asDebtor } from '../../platform/http/who-asks.ts'
import { readId } from '../../platform/ids.ts'
import { presentCreditorReview, presentMyProfile, presentReview } from './profiles.presenter.ts'
import { myProfiles } from './profiles/my-profiles.ts'
import { askForReview } from './reviews/ask-for-review.ts'
import { decideReview } from './reviews/decide-review.ts'
import { listReviews } from './reviews/list-reviews.ts'

const MINE = { tag: 'Debtor: debts', security: 'debtor' } as const
const TAG = { tag: 'Segments', security: 'creditor' } as const

export const profileRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/me/profiles', {
    schema: describe({ ...MINE, summary: 'What each creditor makes of my history, and why', description: 'Each figure with its sentence, its points and where it comes from (LGPD 20). A band that a creditor uploaded is told with the reasons that came with it.' }, { 200: MyProfiles }),
    config: perMinute(60),
    onRequest: asDebtor,
  }, (request) => transact(request, async (work) => ({ data: (await myProfiles(work)).map((one) => presentMyProfile(one, { asOf: work.today, keys: work.keys })) })))

  app.post('/me/profiles/:creditorId/review', {
    schema: { ...describe({ ...MINE, summary: 'Ask that a person looks at my profile', description: 'The creditor answers within 15 days. One request at a time.' }, { 201: ProfileReview }), headers: IdempotencyHeaders, params: Closed({ creditorId: IdOf('creditor') }), body: ProfileReviewInput },
    config: perMinute(10),
    onRequest: asDebtor,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentReview(await askForReview(work, readId(request.params.creditorId), request.body), work.keys)))

  app.get('/profile-reviews', {
    schema: { ...describe({ ...TAG, summary: 'Profiles that people ask a person to look at', description: 'Each with its last day and the profile as it stood when it was asked for.' }, { 200: ListOf(CreditorProfileReview) }), querystring: ProfileReviewQuery },
    onRequest: asClient('segments:read'),
  }, (request) => transact(request, async (work) => {
    const { rows, nextCursor } = await listReviews(work, request.query)
    return { data: rows.map((one) => presentCreditorReview(one, work.keys)), nextCursor }
  }))

  app.post('/profile-reviews/:id/decision', {
    schema: { ...describe({ ...TAG, summary: 'Answer a review of a profile', description: '`changed` sets the band to the end of `validUntil`. The person reads `answer` as it is. The same answer again answers the same.' }, { 200: CreditorProfileReview }), headers: IdempotencyHeaders, params: Closed({ id: IdOf('review') }), body: ProfileReviewDecision },
    onRequest: asClient('segments:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentCreditorReview(await decideReview(work, readId(request.params.id), request.body), work.keys)))
}
