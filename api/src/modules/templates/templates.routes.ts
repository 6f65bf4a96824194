import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Type } from 'typebox'
import { Closed, ListOf } from '@repactua/shared/contract/common.ts'
import { LintedTemplate, Template, TemplateId, TemplateInput, TemplatePreview, TemplateQuery, TestMessageInput } from '@repactua/shared/contract/message-templates.ts'
import { perMinute } from '../../platform/http/limits.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { askTest } from './ask-test.ts'
import { createText } from './create-text.ts'
import { isPublishable, lintText } from './lint-text.ts'
import { previewText } from './preview-text.ts'
import { publishText } from './publish-text.ts'
import { readText, readTexts } from './read-texts.ts'
import { presentPreview, presentText } from './templates.presenter.ts'

const TAG = { tag: 'Messages', security: 'creditor' } as const
const params = Closed({ id: TemplateId })
const read = asClient('templates:read')
const write = asClient('templates:write')

export const templateRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.post('/message-templates', {
    schema: {
      ...describe({ ...TAG, summary: 'Make a draft of a message', description: 'One language of one key, with a text for each channel. `findings` says what is wrong with it; a draft may have errors, what is published may not. Under a key of the house it takes the place of the built-in text, with the same variables.' }, { 201: Template }),
      headers: IdempotencyHeaders, body: TemplateInput,
    },
    config: perMinute(30),
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 201, async (work) => presentText(await createText(work, request.body))))

  app.get('/message-templates', {
    schema: { ...describe({ ...TAG, summary: 'List messages: one’s own, newest first, or those of the house' }, { 200: ListOf(Template) }), querystring: TemplateQuery },
    onRequest: read,
  }, async (request) => {
    const { rows, nextCursor } = await transact(request, (work) => readTexts(work, request.query))
    return { data: rows.map(presentText), nextCursor }
  })

  app.get('/message-templates/:id', {
    schema: { ...describe({ ...TAG, summary: 'Read a message' }, { 200: Template }), params },
    onRequest: read,
  }, async (request) => presentText(await transact(request, (work) => readText(work, request.params.id))))

  app.post('/message-templates/:id/publication', {
    schema: { ...describe({ ...TAG, summary: 'Put a draft in use', description: 'In place of the former text of its key and language. A text with errors is refused (`message_template_refused`): each points at its words, with the rule, its source and what to write instead. A published text never changes; publishing it again answers it as it is.' }, { 200: Template }), headers: IdempotencyHeaders, params },
    config: perMinute(30),
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentText(await publishText(work, request.params.id))))

  app.post('/message-templates/lint', {
    schema: { ...describe({ ...TAG, summary: 'Look over a message without keeping it', description: 'Threats, shame, false haste, what others may see, who writes and how to stop, and whether each channel can carry it.' }, { 200: LintedTemplate }), body: TemplateInput },
    config: perMinute(120),
    onRequest: read,
  }, (request) => {
    const findings = lintText(request.body)
    return { publishable: isPublishable(findings), findings }
  })

  app.post('/message-templates/:id/preview', {
    schema: { ...describe({ ...TAG, summary: 'See a message as each channel carries it', description: 'With invented values and the creditor’s own name.' }, { 200: TemplatePreview }), params },
    config: perMinute(60),
    onRequest: read,
  }, async (request) => presentPreview(await transact(request, (work) => previewText(work, request.params.id, app.publicUrl))))

  app.post('/message-templates/:id/test-messages', {
    schema: { ...describe({ ...TAG, summary: 'Send a test of a message', description: 'To an address of the creditor’s own people, with invented values and marked [teste]; twenty in a day. What became of it is told by the event `message_template.tested`.' }, { 202: Type.Object({}) }), headers: IdempotencyHeaders, params, body: TestMessageInput },
    config: perMinute(10),
    onRequest: write,
  }, (request, reply) => runOnce(request, reply, 202, async (work) => {
    await askTest(work, request.params.id, request.body)
    return {}
  }))
}
