import { dynamicBrCode } from '@repactua/api/core/pix/br-code.ts'
import type { Account } from '../accounts/account.ts'
import type { Bank } from '../bank.ts'
import type { Charge } from '../charges/charge.ts'
import { locationOf } from '../charges/location.ts'
import { ISPB } from '../pix/new-ids.ts'
import type { Recurrence, RecurrenceLocation, Solicitation } from './recurrence.ts'

/** The invented host of recurrences' locations. */
const LOCATIONS = 'pix.banco-de-testes.exemplo.test/qr/v2/rec/'

/** A recurrence as `RecGerada`. */
export function showRecurrence(bank: Bank, rec: Recurrence, { holder }: Account): Record<string, unknown> {
  const location = locationFor(bank, rec)
  return {
    idRec: rec.idRec,
    ...rec.body,
    recebedor: { cnpj: holder.cnpj, nome: holder.nome.slice(0, 140) },
    status: rec.status,
    ...(location ? { loc: showLocation(location) } : {}),
    atualizacao: rec.atualizacao,
    ...(rec.encerramento ? { encerramento: rec.encerramento } : {}),
    ativacao: { tipoJornada: rec.tipoJornada },
  }
}

/** The same with who pays, what was asked of them, and the code that leads to it: `RecCompleta`. */
export function showWholeRecurrence(bank: Bank, rec: Recurrence, account: Account, charge?: Charge): Record<string, unknown> {
  const { nome: _, ...payer } = rec.body.vinculo.devedor
  const location = locationFor(bank, rec)
  const asked = bank.state.solicitations.filter(({ idRec }) => idRec === rec.idRec)
  return {
    ...showRecurrence(bank, rec, account),
    ...(rec.status === 'APROVADA' ? { pagador: { ...payer, ispbParticipante: ISPB } } : {}),
    ...(asked.length > 0 ? { solicitacao: asked.map(showSolicitation) } : {}),
    ...(location ? { dadosQR: { jornada: charge ? 'JORNADA_4' : 'JORNADA_2', pixCopiaECola: codeOf(location, account, charge) } } : {}),
  }
}

/** A location as `PayloadLocationRecCompleta`. */
export function showLocation({ id, token, criacao, idRec }: RecurrenceLocation): Record<string, unknown> {
  return { id, location: `${LOCATIONS}${token}`, tipo: 'rec', criacao, ...(idRec === undefined ? {} : { idRec }) }
}

/** A solicitation as `SolicRecCompleta`. */
export function showSolicitation({ idSolicRec, idRec, dataExpiracaoSolicitacao, destinatario, status, atualizacao }: Solicitation): Record<string, unknown> {
  return { idSolicRec, idRec, calendario: { dataExpiracaoSolicitacao }, destinatario, status, atualizacao }
}

/** The recurrence that a location shows; undefined for another bank's, and for one that shows none. */
export function recurrenceAt({ state }: Bank, location: string): Recurrence | undefined {
  const token = location.startsWith(LOCATIONS) ? location.slice(LOCATIONS.length) : null
  const idRec = state.recurrenceLocations.find((one) => one.token === token)?.idRec
  return state.recurrences.find((rec) => rec.idRec === idRec)
}

function locationFor({ state }: Bank, { idRec }: Recurrence): RecurrenceLocation | undefined {
  return state.recurrenceLocations.find((location) => location.idRec === idRec)
}

function codeOf({ token }: RecurrenceLocation, { holder }: Account, charge: Charge | undefined): string {
  const receiver = { merchantName: holder.nomeFantasia ?? holder.nome, merchantCity: holder.cidade }
  return dynamicBrCode({ ...receiver, recurrenceUrl: `${LOCATIONS}${token}`, ...(charge ? { url: locationOf(charge) } : {}) })
}
