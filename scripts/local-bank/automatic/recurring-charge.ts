import type { Ending } from './recurrence.ts'

export type RecurringStatus = 'CRIADA' | 'ATIVA' | 'CONCLUIDA' | 'EXPIRADA' | 'REJEITADA' | 'CANCELADA'
export type AttemptStatus = 'AGENDADA' | 'PAGA' | 'CANCELADA' | 'EXPIRADA'

/** One try to debit the account: on the due date (AGND), or again after it (NTAG). */
export interface Attempt {
  dataLiquidacao: string
  tipo: 'AGND' | 'NTAG'
  endToEndId: string
  status: AttemptStatus
  atualizacao: { status: AttemptStatus; data: string }[]
}

export interface RecurringChargeBody {
  idRec: string
  infoAdicional?: string
  calendario: { dataDeVencimento: string }
  valor: { original: string }
  ajusteDiaUtil: boolean
  devedor?: unknown
  recebedor: { agencia?: string; conta: string; tipoConta: string }
}

/** One debit of a recurrence (cobr). */
export interface RecurringCharge {
  clientId: string
  txid: string
  criacao: string
  body: RecurringChargeBody
  status: RecurringStatus
  atualizacao: { status: RecurringStatus; data: string }[]
  tentativas: Attempt[]
  encerramento?: Ending
}
