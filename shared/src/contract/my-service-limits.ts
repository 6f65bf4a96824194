import { Type, type Static } from 'typebox'
import { Day, Words } from './common.ts'

/** What a person is told of it on the debt: what is limited or will be, from which day, and how it comes back. */
export const MyServiceLimit = Type.Object({
  state: Words(['noticed', 'limited'] as const),
  fromOn: Day,
  limits: Type.String(),
  comesBack: Type.String(),
})
export type MyServiceLimit = Static<typeof MyServiceLimit>
