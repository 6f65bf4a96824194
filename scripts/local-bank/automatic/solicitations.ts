import type { Answer, Ask } from '../doors/ask.ts'
import { at, isObject } from '../doors/fields.ts'
import { refuse } from '../doors/problems.ts'
import { newSolicitationId } from './automatic-ids.ts'
import type { Solicitation, SolicitationStatus } from './recurrence.ts'
import { ownRecurrence } from './recurrences.ts'
import { showSolicitation } from './show-recurrence.ts'
import { turnSolicitation } from './turn-recurrence.ts'

const OPEN: readonly SolicitationStatus[] = ['CRIADA', 'RECEBIDA']

/** POST /solicrec: puts a recurrence before the payer, here on the people's page. */
export function postSolicitation(ask: Ask): Answer {
  const { bank, account, body } = ask
  const rec = ownRecurrence(ask, at(body, 'idRec'))
  const now = bank.clock.now()
  const until = new Date(String(at(body, 'calendario', 'dataExpiracaoSolicitacao')))
  if (Number.isNaN(until.getTime())) refuse('SolicRecOperacaoInvalida', [{ razao: 'O objeto solicrec.calendario não respeita o schema.', propriedade: 'solicrec.calendario' }])
  if (until < now) refuse('SolicRecOperacaoInvalida', [{ razao: 'O campo solicrec.calendario.dataExpiracaoSolicitacao é anterior à data de criação da solicitação da recorrência.', propriedade: 'solicrec.calendario.dataExpiracaoSolicitacao' }])
  if (!isObject(at(body, 'destinatario'))) refuse('SolicRecOperacaoInvalida', [{ razao: 'O objeto solicrec.destinatario não respeita o schema.', propriedade: 'solicrec.destinatario' }])
  if (rec.status !== 'CRIADA' || bank.state.solicitations.some(({ idRec, status }) => idRec === rec.idRec && OPEN.includes(status))) refuse('SolicRecOperacaoInvalida', [{ razao: 'Existe uma solicitação ativa referente ao mesmo solicrec.idRec.', propriedade: 'solicrec.idRec', valor: rec.idRec }])
  const asked: Solicitation = { clientId: account.clientId, idSolicRec: newSolicitationId(now), idRec: rec.idRec, dataExpiracaoSolicitacao: until.toISOString(), destinatario: at(body, 'destinatario'), status: 'CRIADA', atualizacao: [{ status: 'CRIADA', data: now.toISOString() }] }
  turnSolicitation(bank, asked, 'RECEBIDA')
  bank.state.solicitations.push(asked)
  bank.keep()
  return { status: 201, body: showSolicitation(asked) }
}

/** GET /solicrec/{idSolicRec}. */
export function getSolicitation(ask: Ask): Answer {
  return { status: 200, body: showSolicitation(ownSolicitation(ask)) }
}

/** PATCH /solicrec/{idSolicRec}: takes it back while nobody has answered. */
export function patchSolicitation(ask: Ask): Answer {
  const asked = ownSolicitation(ask)
  if (at(ask.body, 'status') !== 'CANCELADA' || !OPEN.includes(asked.status)) refuse('SolicRecOperacaoInvalida', [{ razao: 'Não é possível cancelar uma solicitação de recorrência com o status diferente de CRIADA, ENVIADA ou RECEBIDA.', propriedade: 'solicrec.status', valor: asked.status }])
  turnSolicitation(ask.bank, asked, 'CANCELADA')
  ask.bank.keep()
  return { status: 201, body: showSolicitation(asked) }
}

function ownSolicitation({ bank, account, params }: Ask): Solicitation {
  return bank.state.solicitations.find(({ clientId, idSolicRec }) => clientId === account.clientId && idSolicRec === params['idSolicRec']) ?? refuse('SolicRecNaoEncontrada')
}
