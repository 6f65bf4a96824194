import { Type, type Static } from 'typebox'
import { Closed, Instant, Said, Words } from './common.ts'

/** The states of Brazil and the Federal District. */
export const STATES = ['AC', 'AL', 'AM', 'AP', 'BA', 'CE', 'DF', 'ES', 'GO', 'MA', 'MG', 'MS', 'MT', 'PA', 'PB', 'PE', 'PI', 'PR', 'RJ', 'RN', 'RO', 'RR', 'RS', 'SC', 'SE', 'SP', 'TO'] as const

export const BlockListQuery = Closed({ state: Words(STATES, { description: 'Whose list it is' }) })

const Count = Type.Integer({ minimum: 0 })

/** What became of a list that was sent. */
export const ReceivedBlockList = Type.Object({
  state: Words(STATES),
  received: Said(Count, 'Lines that are not empty'),
  accepted: Said(Count, 'Brazilian phones, each counted as often as it stands there'),
  rejected: Said(Count, 'Lines that are none'),
})
export type ReceivedBlockList = Static<typeof ReceivedBlockList>

/** The lists that stand: how many numbers each has. */
export const BlockLists = Type.Object({ data: Type.Array(Type.Object({ state: Type.String(), count: Count, since: Instant })) })
export type BlockLists = Static<typeof BlockLists>
