import { Type, type Static } from 'typebox'
import { Closed, Instant, Words } from './common.ts'

/** Indices that correct the value of money. */
export const CORRECTION_INDICES = ['ipca', 'inpc', 'igpm', 'selic'] as const
/** The monthly tables that balances take: those, and the legal interest of CC 406 as the Central Bank publishes it (CMN 5.171/2024). */
export const INDEX_CODES = [...CORRECTION_INDICES, 'legal_interest'] as const
export type IndexCode = (typeof INDEX_CODES)[number]
/** What legal interest is made of, by the month that they are of: the accumulated factor of Selic, and IPCA-15. */
export const FACTOR_CODES = ['selic_factor', 'ipca15'] as const
/** Everything that operators load. */
export const TABLE_CODES = [...INDEX_CODES, ...FACTOR_CODES] as const
export type TableCode = (typeof TABLE_CODES)[number]

export const IndexMonthName = Type.String({ pattern: '^(19|20|21)\\d{2}-(0[1-9]|1[0-2])$', maxLength: 7, description: 'A month, YYYY-MM', examples: ['2026-10'] })

/** What an index was in a month, as it was published. */
export const IndexMonthInput = Closed({
  percent: Type.String({ pattern: '^-?\\d{1,2}(\\.\\d{1,8})?$', maxLength: 12, description: 'Per cent of the month, up to six decimals, with a point. Of `selic_factor` the factor itself: 1.00907122', examples: ['0.676227'] }),
})
export type IndexMonthInput = Static<typeof IndexMonthInput>

export const IndexMonth = Type.Object({
  month: IndexMonthName,
  percent: Type.String({ description: 'Per cent of the month, six decimals; of `selic_factor` the factor, eight decimals' }),
  derived: Type.Optional(Type.Boolean({ description: 'Computed from `selic_factor` and `ipca15` of the month before, not published' })),
  updatedAt: Instant,
})
export type IndexMonth = Static<typeof IndexMonth>

/** A table in the order of its months. `missing` names the months that lack between the first and the last one. */
export const IndexTable = Type.Object({ code: Words(TABLE_CODES), data: Type.Array(IndexMonth), missing: Type.Array(IndexMonthName) })
export type IndexTable = Static<typeof IndexTable>
