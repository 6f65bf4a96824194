import { getCharge } from '../charges/get-charge.ts'
import { listCharges } from '../charges/list-charges.ts'
import { patchCharge } from '../charges/patch-charge.ts'
import { putCharge } from '../charges/put-charge.ts'
import { getPix } from '../pix/get-pix.ts'
import { listPix } from '../pix/list-pix.ts'
import { getReturn, putReturn } from '../pix/put-return.ts'
import { deleteWebhook, getWebhook, listWebhooks, putWebhook } from '../webhooks/manage-webhooks.ts'
import { AUTOMATIC_ROUTES } from './automatic-routes.ts'
import type { PixRoute } from './pix-route.ts'

/** The part of the official file that this bank keeps, below `/api`. */
export const PIX_ROUTES: readonly PixRoute[] = [
  { method: 'PUT', path: '/cobv/{txid}', scope: 'cobv.write', answer: putCharge },
  { method: 'PATCH', path: '/cobv/{txid}', scope: 'cobv.write', answer: patchCharge },
  { method: 'GET', path: '/cobv/{txid}', scope: 'cobv.read', answer: getCharge },
  { method: 'GET', path: '/cobv', scope: 'cobv.read', answer: listCharges },
  { method: 'GET', path: '/pix/{e2eid}', scope: 'pix.read', answer: getPix },
  { method: 'GET', path: '/pix', scope: 'pix.read', answer: listPix },
  { method: 'PUT', path: '/pix/{e2eid}/devolucao/{id}', scope: 'pix.write', answer: putReturn },
  { method: 'GET', path: '/pix/{e2eid}/devolucao/{id}', scope: 'pix.read', answer: getReturn },
  { method: 'PUT', path: '/webhook/{chave}', scope: 'webhook.write', answer: putWebhook },
  { method: 'GET', path: '/webhook/{chave}', scope: 'webhook.read', answer: getWebhook },
  { method: 'DELETE', path: '/webhook/{chave}', scope: 'webhook.write', answer: deleteWebhook },
  { method: 'GET', path: '/webhook', scope: 'webhook.read', answer: listWebhooks },
  ...AUTOMATIC_ROUTES,
]
