import { STATUS_CODES } from 'node:http'
import swagger from '@fastify/swagger'
import swaggerUi from '@fastify/swagger-ui'
import type { FastifyInstance, FastifySchema, RouteOptions } from 'fastify'
import { Type, type TSchema } from 'typebox'
import { SCOPES } from '@repactua/shared/contract/creditors.ts'
import { Problem } from '@repactua/shared/errors/problem.ts'
import { scopeOf } from './who-asks.ts'

// The page of the docs sets styles by script; the portal does not and keeps the stricter rule.
const PAGE_CSP = "default-src 'self'; img-src 'self' data:; style-src 'self' 'unsafe-inline'"

/** OpenAPI 3.1 from the schemas of the routes: the document at /openapi.json, its page at /docs. */
export async function useOpenApi(app: FastifyInstance, publicUrl: string): Promise<void> {
  app.addHook('onRoute', nameScope)
  await app.register(swagger, {
    transformObject: (document) => nameAnswers('openapiObject' in document ? document.openapiObject : {}),
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Repactua',
        version: '1',
        description: 'Debts, offers, agreements and payments. Money is integer cents (`...Cents`), rates are basis points (`...Bps`), days are in America/Sao_Paulo (`...On`), instants in UTC (`...At`). Each refusal is `application/problem+json` with a stable `code` and what to do now (`action`, in Portuguese); wrong fields stand in `errors`, each with its pointer. A creating POST honours `Idempotency-Key`: the answer kept from the first call has the header `Idempotent-Replayed: true`. Lists are paged by `limit` and the `nextCursor` of the page before. `X-RateLimit-*` says how many calls are left; a 429 or a 503 says in `Retry-After` how long to wait.',
      },
      servers: [{ url: publicUrl }],
      tags: [
        { name: 'Access', description: 'OAuth 2.0 client credentials' },
        { name: 'Creditors', description: 'Tenants of the installation; for its operators' },
        { name: 'Indices', description: 'Official monthly tables that balances need' },
        { name: 'Debts', description: 'One debt, a portfolio file, a look-up by CPF' },
        { name: 'Disputes', description: 'Debts that people contest, and the creditor’s answers' },
        { name: 'Conversations', description: 'What people write by SMS and WhatsApp, who of them waits for an answer, and the days on which they said they would pay' },
        { name: 'Escalations', description: 'A debt’s way to a bureau of credit or a protest, and what a creditor limits of its service' },
        { name: 'Policies', description: 'What may be offered to whom, campaigns, simulations' },
        { name: 'Offers', description: 'Sheets of offers for an agent at the creditor, and what they were made of' },
        { name: 'Proposals', description: 'Offers that debtors make of their own, and their review' },
        { name: 'Agreements', description: 'Agreements, their changes and their cancellation; plans of a court' },
        { name: 'Payments', description: 'Payments that reached the creditor' },
        { name: 'Ledger', description: 'What agreements moved, by double entry' },
        { name: 'Segments', description: 'What a creditor’s own rows say of people: risk, importance, saved conditions' },
        { name: 'Rulers', description: 'Which message goes to whom on which day' },
        { name: 'Webhooks', description: 'News for the creditor’s systems, by Standard Webhooks or by asking' },
        { name: 'Boletos', description: 'Where boletos are paid to, and files to and from the bank' },
        { name: 'Pix', description: 'A creditor’s own bank by the Pix API of the Central Bank' },
        { name: 'Messages', description: 'What messages say, and how they went' },
        { name: 'Channels', description: 'By which carriers messages go out, and what they tell' },
        { name: 'Cards', description: 'Where cards are taken: on a page of a provider' },
        { name: 'Debtor: sign-in', description: 'A code to the contact on file, then a session cookie' },
        { name: 'Debtor: debts', description: 'What I owe, and why' },
        { name: 'Debtor: contact', description: 'By which channels I am written to, and of what' },
        { name: 'Debtor: agreements', description: 'Offers, term, signature, charges, papers' },
        { name: 'Public', description: 'Checks that anybody may make' },
      ],
      components: {
        securitySchemes: {
          creditor: { type: 'oauth2', flows: { clientCredentials: { tokenUrl: '/v1/oauth/token', scopes: SCOPE_TEXTS } } },
          debtor: { type: 'apiKey', in: 'cookie', name: '__Host-session', description: 'Set by POST /v1/sessions. Its name is `session` where the installation has no https.' },
        },
      },
    },
  })
  await app.register(swaggerUi, {
    routePrefix: '/docs',
    theme: { title: 'Repactua API', css: [{ filename: 'page.css', content: '.topbar { display: none }' }] },
    staticCSP: true,
    transformStaticCSP: () => PAGE_CSP,
  })
  app.get('/openapi.json', { schema: { hide: true } }, () => app.swagger())
}

const SCOPE_TEXTS = Object.fromEntries(SCOPES.map((scope) => {
  const [what, may] = scope.split(':')
  return [scope, `May ${may} ${what}`]
}))

// The scope that a route asks for stands in one place, at its door. Where calls are limited, the limit stands there too.
function nameScope({ schema, onRequest }: RouteOptions): void {
  const scope = [onRequest].flat().map(scopeOf).find((one) => one !== null)
  if (schema && scope) schema.security = [{ creditor: [scope] }]
}

// The plugin calls every answer `Default Response`.
function nameAnswers(document: { paths?: object }): object {
  for (const operation of Object.values(document.paths ?? {}).flatMap((path: object) => Object.values(path))) {
    for (const [status, answer] of Object.entries<{ description: string }>(operation.responses)) answer.description = STATUS_CODES[status] ?? answer.description
  }
  return document
}

interface RouteText {
  tag: string
  summary: string
  description?: string
  security?: 'creditor' | 'debtor'
}

const Refusal = { description: 'A refusal or a fault, RFC 9457', content: { 'application/problem+json': { schema: Problem } } } as const

/** The documentation and the answers of a route. Every refusal has the same shape. */
export function describe<const A extends Record<number, TSchema>>({ tag, security, ...text }: RouteText, answers: A) {
  return {
    ...text,
    tags: [tag],
    ...(security ? { security: [{ [security]: [] as string[] }] } : {}),
    response: { ...answers, '4xx': Refusal, '5xx': Refusal },
  } satisfies FastifySchema
}

/** The header that makes a creating POST happen once. */
export const IdempotencyHeaders = Type.Object({
  'idempotency-key': Type.Optional(Type.String({ minLength: 1, maxLength: 200, description: 'Makes the call happen once: the same key and body get the first answer' })),
})
