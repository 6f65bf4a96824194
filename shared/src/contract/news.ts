import { Type, type Static } from 'typebox'
import { IdOf } from './common.ts'

/** What changed: no amount, no name. Whoever hears it asks for the thing itself. */
export const News = Type.Object({
  type: Type.String({ description: 'noun.verb', examples: ['payment.posted'] }),
  id: Type.Union([IdOf('agreement'), IdOf('proposal'), IdOf('dispute')]),
})
export type News = Static<typeof News>
