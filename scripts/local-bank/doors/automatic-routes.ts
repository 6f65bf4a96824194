import { freeRecurrenceLocation, getRecurrenceLocation, postRecurrenceLocation } from '../automatic/recurrence-locations.ts'
import { getRecurrence, listRecurrences, patchRecurrence, postRecurrence } from '../automatic/recurrences.ts'
import { getRecurringCharge, listRecurringCharges, patchRecurringCharge, postRecurringCharge, putRecurringCharge } from '../automatic/recurring-charges.ts'
import { retryCharge } from '../automatic/retry-charge.ts'
import { getSolicitation, patchSolicitation, postSolicitation } from '../automatic/solicitations.ts'
import { deleteAutomaticWebhook, getAutomaticWebhook, putAutomaticWebhook } from '../webhooks/manage-automatic.ts'
import type { PixRoute } from './pix-route.ts'

/** Pix Automático: leave to debit, whom it is put before, and the debits. */
export const AUTOMATIC_ROUTES: readonly PixRoute[] = [
  { method: 'POST', path: '/rec', scope: 'rec.write', answer: postRecurrence },
  { method: 'GET', path: '/rec', scope: 'rec.read', answer: listRecurrences },
  { method: 'GET', path: '/rec/{idRec}', scope: 'rec.read', answer: getRecurrence },
  { method: 'PATCH', path: '/rec/{idRec}', scope: 'rec.write', answer: patchRecurrence },
  { method: 'POST', path: '/locrec', scope: 'payloadlocationrec.write', answer: postRecurrenceLocation },
  { method: 'GET', path: '/locrec/{id}', scope: 'payloadlocationrec.read', answer: getRecurrenceLocation },
  { method: 'DELETE', path: '/locrec/{id}/idRec', scope: 'payloadlocationrec.write', answer: freeRecurrenceLocation },
  { method: 'POST', path: '/solicrec', scope: 'solicrec.write', answer: postSolicitation },
  { method: 'GET', path: '/solicrec/{idSolicRec}', scope: 'solicrec.read', answer: getSolicitation },
  { method: 'PATCH', path: '/solicrec/{idSolicRec}', scope: 'solicrec.write', answer: patchSolicitation },
  { method: 'PUT', path: '/cobr/{txid}', scope: 'cobr.write', answer: putRecurringCharge },
  { method: 'POST', path: '/cobr', scope: 'cobr.write', answer: postRecurringCharge },
  { method: 'GET', path: '/cobr/{txid}', scope: 'cobr.read', answer: getRecurringCharge },
  { method: 'GET', path: '/cobr', scope: 'cobr.read', answer: listRecurringCharges },
  { method: 'PATCH', path: '/cobr/{txid}', scope: 'cobr.write', answer: patchRecurringCharge },
  { method: 'POST', path: '/cobr/{txid}/retentativa/{data}', scope: 'cobr.write', answer: retryCharge },
  { method: 'PUT', path: '/webhookrec', scope: 'webhookrec.write', answer: putAutomaticWebhook('rec') },
  { method: 'GET', path: '/webhookrec', scope: 'webhookrec.read', answer: getAutomaticWebhook('rec') },
  { method: 'DELETE', path: '/webhookrec', scope: 'webhookrec.write', answer: deleteAutomaticWebhook('rec') },
  { method: 'PUT', path: '/webhookcobr', scope: 'webhookcobr.write', answer: putAutomaticWebhook('cobr') },
  { method: 'GET', path: '/webhookcobr', scope: 'webhookcobr.read', answer: getAutomaticWebhook('cobr') },
  { method: 'DELETE', path: '/webhookcobr', scope: 'webhookcobr.write', answer: deleteAutomaticWebhook('cobr') },
]
