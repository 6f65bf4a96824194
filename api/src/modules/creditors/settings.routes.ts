import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox'
import { Settings, SettingsInput } from '@repactua/shared/contract/creditors.ts'
import { describe, IdempotencyHeaders } from '../../platform/http/openapi.ts'
import { runOnce } from '../../platform/http/run-once.ts'
import { transact } from '../../platform/http/transact.ts'
import { asClient } from '../../platform/http/who-asks.ts'
import { changeSettings, readSettings } from './change-settings.ts'
import { presentSettings } from './creditors.presenter.ts'

const tag = 'Creditors'
const security = 'creditor'

export const settingsRoutes: FastifyPluginAsyncTypebox = async (app) => {
  app.get('/creditors/me/settings', {
    schema: describe({ tag, security, summary: 'Read one’s own settings' }, { 200: Settings }),
    onRequest: asClient('settings:read'),
  }, (request) => transact(request, async (work) => presentSettings(await readSettings(work))))

  app.patch('/creditors/me/settings', {
    schema: {
      ...describe({ tag, security, summary: 'Change one’s own settings', description: 'What is left out stays. `fourEyesPublishing: false` asks to end four eyes; it ends once a second client sends the same, and `true` takes the asking back.' }, { 200: Settings }),
      headers: IdempotencyHeaders,
      body: SettingsInput,
    },
    onRequest: asClient('settings:write'),
  }, (request, reply) => runOnce(request, reply, 200, async (work) => presentSettings(await changeSettings(work, request.body))))
}
