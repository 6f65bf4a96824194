import type { Answer, Ask } from '../doors/ask.ts'
import { at } from '../doors/fields.ts'
import { refuse } from '../doors/problems.ts'
import { isHttps } from './manage-webhooks.ts'
import type { AutomaticWebhook } from './webhook.ts'

type About = AutomaticWebhook['about']

const INVALID = { rec: 'WebhookRecOperacaoInvalida', cobr: 'WebhookCobROperacaoInvalida' } as const

/** PUT /webhookrec and /webhookcobr: one address for all of an account's news. */
export function putAutomaticWebhook(about: About): (ask: Ask) => Answer {
  return ({ bank, account, body }) => {
    const webhookUrl = at(body, 'webhookUrl')
    if (!isHttps(webhookUrl)) refuse(INVALID[about], [{ razao: 'O campo webhookUrl não respeita o schema.', propriedade: 'webhookUrl' }])
    bank.state.automaticWebhooks = bank.state.automaticWebhooks.filter((hook) => hook.clientId !== account.clientId || hook.about !== about)
    bank.state.automaticWebhooks.push({ clientId: account.clientId, about, webhookUrl: webhookUrl.replace(/\/$/, ''), criacao: bank.clock.now().toISOString() })
    bank.keep()
    return { status: 200 }
  }
}

/** GET /webhookrec and /webhookcobr. */
export function getAutomaticWebhook(about: About): (ask: Ask) => Answer {
  return (ask) => {
    const { webhookUrl, criacao } = ownHook(ask, about)
    return { status: 200, body: { webhookUrl, criacao } }
  }
}

/** DELETE /webhookrec and /webhookcobr. */
export function deleteAutomaticWebhook(about: About): (ask: Ask) => Answer {
  return (ask) => {
    const hook = ownHook(ask, about)
    ask.bank.state.automaticWebhooks = ask.bank.state.automaticWebhooks.filter((one) => one !== hook)
    ask.bank.keep()
    return { status: 204 }
  }
}

function ownHook({ bank, account }: Ask, about: About): AutomaticWebhook {
  return bank.state.automaticWebhooks.find((hook) => hook.clientId === account.clientId && hook.about === about) ?? refuse('NaoEncontrado')
}
