import type { Answer, Ask } from '../doors/ask.ts'
import { at } from '../doors/fields.ts'
import { askedOf, pageOf, readWindow } from '../doors/page-of.ts'
import { refuse } from '../doors/problems.ts'
import type { Webhook } from './webhook.ts'

const SINCE_EVER = '1970-01-01T00:00:00Z'
const FOR_EVER = '9999-12-31T23:59:59Z'

/** PUT /webhook/{chave}: asks for news of the Pix to a key of one's own. The address must be https. */
export function putWebhook({ bank, account, params, body }: Ask): Answer {
  const chave = params['chave'] ?? ''
  const webhookUrl = at(body, 'webhookUrl')
  if (!account.keys.includes(chave)) refuse('WebhookOperacaoInvalida', [{ razao: 'O parâmetro {chave} não corresponde a uma chave DICT pertencente a este usuário recebedor.', propriedade: 'chave', valor: chave }])
  if (!isHttps(webhookUrl)) refuse('WebhookOperacaoInvalida', [{ razao: 'Campo webhook.webhookUrl não respeita o schema.', propriedade: 'webhook.webhookUrl' }])
  bank.state.webhooks = bank.state.webhooks.filter((hook) => hook.chave !== chave)
  bank.state.webhooks.push({ clientId: account.clientId, chave, webhookUrl: webhookUrl.replace(/\/$/, ''), criacao: bank.clock.now().toISOString() })
  bank.keep()
  return { status: 200 }
}

/** GET /webhook/{chave}. */
export function getWebhook(ask: Ask): Answer {
  return { status: 200, body: showWebhook(ask, ownWebhook(ask)) }
}

/** DELETE /webhook/{chave}. */
export function deleteWebhook(ask: Ask): Answer {
  const hook = ownWebhook(ask)
  ask.bank.state.webhooks = ask.bank.state.webhooks.filter((one) => one !== hook)
  ask.bank.keep()
  return { status: 204 }
}

/** GET /webhook: those of the account, page by page; here a span of time is optional. */
export function listWebhooks(ask: Ask): Answer {
  const query = new URLSearchParams({ inicio: SINCE_EVER, fim: FOR_EVER, ...Object.fromEntries(ask.query) })
  const window = readWindow(query)
  if (Array.isArray(window)) refuse('WebhookConsultaInvalida', window)
  const own = ask.bank.state.webhooks.filter(({ clientId, criacao }) => clientId === ask.account.clientId && new Date(criacao) >= window.inicio && new Date(criacao) <= window.fim)
  const { items, paginacao } = pageOf(own, window)
  return { status: 200, body: { parametros: { ...askedOf(ask.query), paginacao }, webhooks: items.map((hook) => showWebhook(ask, hook)) } }
}

/** News go to https addresses alone. */
export function isHttps(url: unknown): url is string {
  return typeof url === 'string' && URL.canParse(url) && new URL(url).protocol === 'https:'
}

function ownWebhook({ bank, account, params }: Ask): Webhook {
  return bank.state.webhooks.find(({ chave, clientId }) => chave === params['chave'] && clientId === account.clientId) ?? refuse('WebhookNaoEncontrado')
}

function showWebhook({ account }: Ask, { webhookUrl, criacao }: Webhook): Record<string, string> {
  return { webhookUrl, cnpj: account.holder.cnpj, criacao }
}
