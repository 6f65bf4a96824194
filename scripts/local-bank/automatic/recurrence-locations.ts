import { randomBytes } from 'node:crypto'
import type { Answer, Ask } from '../doors/ask.ts'
import { refuse } from '../doors/problems.ts'
import type { RecurrenceLocation } from './recurrence.ts'
import { showLocation } from './show-recurrence.ts'

/** POST /locrec: a place for a recurrence to be shown at. */
export function postRecurrenceLocation({ bank, account }: Ask): Answer {
  const location = { clientId: account.clientId, id: bank.state.recurrenceLocations.length + 1, token: randomBytes(16).toString('hex'), criacao: bank.clock.now().toISOString() }
  bank.state.recurrenceLocations.push(location)
  bank.keep()
  return { status: 201, body: showLocation(location) }
}

/** GET /locrec/{id}. */
export function getRecurrenceLocation(ask: Ask): Answer {
  return { status: 200, body: showLocation(ownLocation(ask)) }
}

/** DELETE /locrec/{id}/idRec: the place shows nothing any more. */
export function freeRecurrenceLocation(ask: Ask): Answer {
  const location = ownLocation(ask)
  delete location.idRec
  ask.bank.keep()
  return { status: 200, body: showLocation(location) }
}

function ownLocation({ bank, account, params }: Ask): RecurrenceLocation {
  return bank.state.recurrenceLocations.find(({ clientId, id }) => clientId === account.clientId && String(id) === params['id']) ?? refuse('PayloadLocationRecNaoEncontrado')
}
