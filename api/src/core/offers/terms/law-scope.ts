import type { LegalScope } from '../../legal/types.ts'
import type { OfferRequest } from '../types.ts'

/** Whom the law looks at in a request, and on which day. */
export function lawScope({ regime, today, legalRate }: Pick<OfferRequest, 'regime' | 'today' | 'legalRate'>): LegalScope {
  return { regime, on: today, legalRate }
}
