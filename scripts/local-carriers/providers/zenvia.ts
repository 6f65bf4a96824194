import { at, isObject } from '../../local-bank/doors/fields.ts'
import { readJson } from '../../local-bank/doors/read-body.ts'
import { newId } from '../carriers.ts'
import type { Answer, Ask } from '../doors/ask.ts'
import { takeIn, type Words } from './take-in.ts'

/** POST /v2/channels/{channel}/messages: https://zenvia.github.io/zenvia-openapi-spec/v2 */
export function postMessage({ carriers, params, headers, bytes }: Ask): Answer {
  const account = carriers.state.accounts.find(({ provider, key }) => provider === 'zenvia' && key === headers['x-api-token'])
  if (!account) return { status: 401, body: { code: 'AUTHENTICATION_ERROR', message: 'No authorization token was found' } }
  const message = readJson(bytes.toString())
  const [to, from, contents] = [at(message, 'to'), at(message, 'from'), at(message, 'contents')]
  const text = Array.isArray(contents) ? textOf(contents[0]) : null
  if (typeof to !== 'string' || !/^\d{8,15}$/.test(to)) return refusedAt('to')
  if (typeof from !== 'string' || from !== account.sender) return refusedAt('from')
  if (text === null) return refusedAt('contents')
  const [id, ours] = [newId(''), at(message, 'externalId')]
  const channel = params['channel'] === 'whatsapp' ? 'whatsapp' : 'sms'
  return takeIn(carriers, { id, provider: 'zenvia', account: account.id, channel, phone: `+${to}`, text, callbackUrl: null, ours: typeof ours === 'string' ? ours : null }, WORDS, { status: 200, body: { ...(message as object), id, direction: 'OUT', channel } })
}

function textOf(content: unknown): string | null {
  const [type, text, templateId, fields] = [at(content, 'type'), at(content, 'text'), at(content, 'templateId'), at(content, 'fields')]
  if (type === 'text' && typeof text === 'string' && text !== '') return text
  return type === 'template' && typeof templateId === 'string' && isObject(fields) ? `Modelo ${templateId}: ${Object.entries(fields).map(([name, value]) => `${name}=${String(value)}`).join(' · ')}` : null
}

function refusedAt(path: string): Answer {
  return { status: 400, body: { code: 'VALIDATION_ERROR', message: 'Validation error', details: [{ code: 'invalid', path, message: `${path} is invalid` }] } }
}

const WORDS: Words = {
  tooMany: { status: 429, body: { code: 'TOO_MANY_REQUESTS', message: 'Too many requests' } },
  refused: (code) => (code === 1 ? refusedAt('to') : { status: 409, body: { code: 'DUPLICATED', message: 'Entity already exists' } }),
  badNumber: 1,
  unreachable: 131026,
}
