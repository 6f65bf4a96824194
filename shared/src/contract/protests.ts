import { Type, type Static } from 'typebox'
import { Closed, Day, IdOf, Line, Said } from './common.ts'

const protest = {
  registryOffice: Said(Line(120), 'The registry (tabelionato), with its city', ['2º Tabelionato de Protesto de São Paulo']),
  protestedOn: Day,
  reference: Said(Line(60), 'How the registry knows it: protocol, or book and page', ['Protocolo 123456, livro 789, folha 10']),
}

/** Where and when a debt was protested. */
export const ProtestInput = Closed(protest)
export type ProtestInput = Static<typeof ProtestInput>

export const Protest = Type.Object({ debtId: IdOf('debt'), ...protest })
