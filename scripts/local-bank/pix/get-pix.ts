import type { Answer, Ask } from '../doors/ask.ts'
import { refuse } from '../doors/problems.ts'
import type { ReceivedPix } from './received-pix.ts'
import { showPix } from './show-pix.ts'

/** GET /pix/{e2eid}: a Pix that the account received. */
export function getPix(ask: Ask): Answer {
  return { status: 200, body: showPix(ownPix(ask)) }
}

/** The account's Pix of this end-to-end id; 404 for another's, as for one that does not exist. */
export function ownPix({ bank, account, params }: Ask): ReceivedPix {
  return bank.state.pix.find(({ clientId, endToEndId }) => clientId === account.clientId && endToEndId === params['e2eid']) ?? refuse('PixNaoEncontrado')
}
