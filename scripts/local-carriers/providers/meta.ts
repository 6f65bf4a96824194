import { at } from '../../local-bank/doors/fields.ts'
import { readJson } from '../../local-bank/doors/read-body.ts'
import { newId, type Carriers } from '../carriers.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import type { Account, Template } from '../state.ts'
import { tellTemplate } from '../webhooks/tell.ts'
import { takeIn, type Words } from './take-in.ts'

const DAY_MS = 86_400_000

/** POST /{version}/{phone-number-id}/messages: https://developers.facebook.com/docs/whatsapp/cloud-api/reference/messages */
export function postMessage(ask: Ask): Answer {
  const { carriers, params, bytes } = ask
  const account = accountOf(ask, ({ id }) => id === params['node'])
  if (!account) return UNKNOWN
  const message = readJson(bytes.toString())
  const [to, ours] = [at(message, 'to'), at(message, 'biz_opaque_callback_data')]
  if (at(message, 'messaging_product') !== 'whatsapp' || typeof to !== 'string' || !/^\+?\d{8,15}$/.test(to)) return WORDS.refused(100)
  const phone = `+${to.replace('+', '')}`
  const text = at(message, 'type') === 'template' ? templateText(carriers, account, message) : freeText(carriers, account, phone, message)
  if (typeof text === 'number') return WORDS.refused(text)
  const id = `wamid.${Buffer.from(newId('')).toString('base64')}`
  const body = { messaging_product: 'whatsapp', contacts: [{ input: to, wa_id: phone.slice(1) }], messages: [{ id, message_status: 'accepted' }] }
  return takeIn(carriers, { id, provider: 'meta', account: account.id, channel: 'whatsapp', phone, text, callbackUrl: null, ours: typeof ours === 'string' ? ours : null }, WORDS, { status: 200, body })
}

/** POST /{version}/{business-account}/message_templates: https://developers.facebook.com/docs/whatsapp/business-management-api/message-templates */
export function postTemplate(ask: Ask): Answer {
  const { carriers, params, bytes } = ask
  const account = accountOf(ask, ({ businessAccountId }) => businessAccountId === params['node'])
  if (!account) return UNKNOWN
  const wanted = readJson(bytes.toString())
  const [name, language, body] = [at(wanted, 'name'), at(wanted, 'language'), bodyOf(wanted)]
  if (typeof name !== 'string' || typeof language !== 'string' || typeof body !== 'string') return WORDS.refused(100)
  const template: Template = { id: String(Date.now()) + String(carriers.state.templates.length), businessAccountId: account.businessAccountId!, name, language, body, status: 'PENDING' }
  carriers.state.templates = [...carriers.state.templates.filter((one) => !isNamed(one, template)), template]
  carriers.touch()
  if (carriers.reviews) reviewTemplate(carriers, template, 'APPROVED')
  return { status: 200, body: { id: template.id, status: 'PENDING', category: at(wanted, 'category') } }
}

/** The reviewers say yes or no. */
export function reviewTemplate(carriers: Carriers, template: Template, status: 'APPROVED' | 'REJECTED'): void {
  template.status = status
  carriers.touch()
  for (const account of carriers.state.accounts) if (account.businessAccountId === template.businessAccountId) tellTemplate(carriers, account, template)
}

function accountOf({ carriers, headers }: Ask, isIt: (account: Account) => boolean): Account | undefined {
  return carriers.state.accounts.find((account) => account.provider === 'meta' && isIt(account) && headers['authorization'] === `Bearer ${account.key}`)
}

function bodyOf(wanted: unknown): unknown {
  const components = at(wanted, 'components')
  return Array.isArray(components) ? at(components[0], 'text') : undefined
}

// 132001: no such template, or not approved. 132000: another number of values.
function templateText({ state }: Carriers, { businessAccountId }: Account, message: unknown): string | number {
  const wanted = { businessAccountId, name: at(message, 'template', 'name'), language: at(message, 'template', 'language', 'code') }
  const template = state.templates.find((one) => isNamed(one, wanted))
  if (template?.status !== 'APPROVED') return 132001
  const components = at(message, 'template', 'components')
  const parameters = Array.isArray(components) && components.length > 0 ? at(components[0], 'parameters') : []
  const values = Array.isArray(parameters) ? parameters.map((one) => String(at(one, 'text'))) : []
  const places = new Set([...template.body.matchAll(/\{\{(\d+)\}\}/g)].map((found) => found[1]))
  return places.size === values.length ? template.body.replace(/\{\{(\d+)\}\}/g, (_, place: string) => values[Number(place) - 1] ?? '') : 132000
}

// 131047: more than 24 hours have passed since the person wrote last.
function freeText({ state, clock }: Carriers, account: Account, phone: string, message: unknown): string | number {
  const text = at(message, 'text', 'body')
  if (typeof text !== 'string' || text === '' || text.length > 4_096) return 100
  const last = state.messages.findLast((one) => one.direction === 'in' && one.channel === 'whatsapp' && one.account === account.id && one.phone === phone)
  return last && clock.now().getTime() - new Date(last.at).getTime() < DAY_MS ? text : 131047
}

function isNamed(one: Pick<Template, 'businessAccountId' | 'name' | 'language'>, other: { businessAccountId: string | null; name: unknown; language: unknown }): boolean {
  return one.businessAccountId === other.businessAccountId && one.name === other.name && one.language === other.language
}

const UNKNOWN: Answer = { status: 401, body: { error: { message: 'Invalid OAuth access token', type: 'OAuthException', code: 190, fbtrace_id: 'x' } } }

const WORDS: Words = {
  tooMany: { status: 429, body: { error: { message: '(#130429) Rate limit hit', type: 'OAuthException', code: 130429, fbtrace_id: 'x' } } },
  refused: (code) => ({ status: 400, body: { error: { message: `(#${code}) Refused`, type: 'OAuthException', code, fbtrace_id: 'x' } } }),
  badNumber: 131026,
  unreachable: 131026,
}
