import type { Debtor } from '../charges/charge.ts'

export type RecurrenceStatus = 'CRIADA' | 'APROVADA' | 'REJEITADA' | 'EXPIRADA' | 'CANCELADA'
export type Journey = 'JORNADA_1' | 'JORNADA_2' | 'JORNADA_4' | 'AGUARDANDO_DEFINICAO'

/** What a creditor says of a recurrence, after it was checked. */
export interface RecurrenceBody {
  vinculo: { contrato: string; objeto?: string; devedor: Pick<Debtor, 'cpf' | 'cnpj' | 'nome'> }
  calendario: { dataInicial: string; dataFinal?: string; periodicidade: string }
  valor?: { valorRec?: string; valorMinimoRecebedor?: string }
  politicaRetentativa: 'NAO_PERMITE' | 'PERMITE_3R_7D'
}

/** How and by whom something of Pix Automático ended. */
export interface Ending {
  cancelamento?: { solicitante: 'USUARIO_PAGADOR' | 'USUARIO_RECEBEDOR'; codigo: string; descricao: string }
  rejeicao?: { codigo: string; descricao: string }
}

/** A person's leave to debit an account again and again (rec). */
export interface Recurrence {
  clientId: string
  idRec: string
  body: RecurrenceBody
  status: RecurrenceStatus
  atualizacao: { status: RecurrenceStatus; data: string }[]
  tipoJornada: Journey
  encerramento?: Ending
}

/** Where a recurrence can be read; a creditor makes it ahead and uses it once (locrec). */
export interface RecurrenceLocation {
  clientId: string
  id: number
  token: string
  criacao: string
  idRec?: string
}

export type SolicitationStatus = 'CRIADA' | 'RECEBIDA' | 'ACEITA' | 'REJEITADA' | 'EXPIRADA' | 'CANCELADA'

/** A recurrence put before a person in the app of the own bank (solicrec). */
export interface Solicitation {
  clientId: string
  idSolicRec: string
  idRec: string
  dataExpiracaoSolicitacao: string
  destinatario: unknown
  status: SolicitationStatus
  atualizacao: { status: SolicitationStatus; data: string }[]
}
