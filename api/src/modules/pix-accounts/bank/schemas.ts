import { Type, type Static } from 'typebox'

// What we use of the official answers, strictly; what banks add is let be.
const Money = Type.String({ pattern: '^\\d{1,10}\\.\\d{2}$' })
const When = Type.String({ format: 'date-time' })
const Part = Type.Object({ valor: Money })

/** CobVGerada, of which `location` stands at two places in the official file. */
export const CobvAnswer = Type.Object({
  txid: Type.String({ pattern: '^[a-zA-Z0-9]{26,35}$' }),
  revisao: Type.Integer({ minimum: 0 }),
  status: Type.String({ enum: ['ATIVA', 'CONCLUIDA', 'REMOVIDA_PELO_USUARIO_RECEBEDOR', 'REMOVIDA_PELO_PSP'] }),
  calendario: Type.Object({ dataDeVencimento: Type.String({ format: 'date' }) }),
  devedor: Type.Object({ cpf: Type.Optional(Type.String()) }),
  valor: Type.Object({ original: Money }),
  chave: Type.String(),
  pixCopiaECola: Type.Optional(Type.String({ minLength: 1, maxLength: 512 })),
  location: Type.Optional(Type.String({ minLength: 1, maxLength: 77 })),
  loc: Type.Optional(Type.Object({ location: Type.Optional(Type.String({ minLength: 1, maxLength: 77 })) })),
})
export type CobvAnswer = Static<typeof CobvAnswer>

/** Devolucao: money that went back. */
export const GivenBack = Type.Object({
  id: Type.String({ pattern: '^[a-zA-Z0-9]{1,35}$' }),
  rtrId: Type.String({ pattern: '^[a-zA-Z0-9]{32}$' }),
  valor: Money,
  natureza: Type.Optional(Type.String()),
  horario: Type.Object({ solicitacao: Type.Optional(When), liquidacao: Type.Optional(When) }),
  status: Type.String({ enum: ['EM_PROCESSAMENTO', 'DEVOLVIDO', 'NAO_REALIZADO'] }),
  motivo: Type.Optional(Type.String()),
})
export type GivenBack = Static<typeof GivenBack>

/** Pix: money that came. */
export const ArrivedPix = Type.Object({
  endToEndId: Type.String({ pattern: '^[a-zA-Z0-9]{32}$' }),
  txid: Type.Optional(Type.String({ maxLength: 35 })),
  valor: Money,
  horario: When,
  chave: Type.Optional(Type.String()),
  componentesValor: Type.Optional(Type.Object({ juros: Type.Optional(Part), multa: Type.Optional(Part) })),
  pagador: Type.Optional(Type.Object({ cpf: Type.Optional(Type.String()), cnpj: Type.Optional(Type.String()) })),
  devolucoes: Type.Optional(Type.Array(GivenBack)),
})
export type ArrivedPix = Static<typeof ArrivedPix>

export const PixPage = Type.Object({
  parametros: Type.Object({ paginacao: Type.Object({ paginaAtual: Type.Integer({ minimum: 0 }), quantidadeDePaginas: Type.Integer({ minimum: 0 }) }) }),
  pix: Type.Optional(Type.Array(ArrivedPix)),
})
export type PixPage = Static<typeof PixPage>

/** PayloadLocationRecGerada. */
export const RecurrenceLocation = Type.Object({ id: Type.Integer({ minimum: 0 }) })

/** RecGerada and RecCompleta: a recurrence of Pix Automático. */
export const RecurrenceAnswer = Type.Object({
  idRec: Type.String({ pattern: '^[a-zA-Z0-9]{29}$' }),
  status: Type.String({ enum: ['CRIADA', 'APROVADA', 'REJEITADA', 'EXPIRADA', 'CANCELADA'] }),
  dadosQR: Type.Optional(Type.Object({ pixCopiaECola: Type.Optional(Type.String({ minLength: 1, maxLength: 512 })) })),
})
export type RecurrenceAnswer = Static<typeof RecurrenceAnswer>

/** CobRGerada and CobRCompleta: a debit of a recurrence. */
export const DebitAnswer = Type.Object({
  idRec: Type.String(),
  txid: Type.String(),
  status: Type.String({ enum: ['CRIADA', 'ATIVA', 'CONCLUIDA', 'EXPIRADA', 'REJEITADA', 'CANCELADA'] }),
  valor: Type.Object({ original: Money }),
  tentativas: Type.Optional(Type.Array(Type.Object({ dataLiquidacao: Type.String({ format: 'date' }), status: Type.String() }))),
})
export type DebitAnswer = Static<typeof DebitAnswer>
