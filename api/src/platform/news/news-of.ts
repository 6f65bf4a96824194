import type { Actor } from '../work.ts'

export const NEWS_CHANNEL = 'repactua_news'

/** That something of a creditor's changed. Ids only: whoever hears it looks up for itself whose it is. */
export interface PublishedNews {
  creditorId: string
  type: string
  /** The shown id of the agreement, proposal or dispute. */
  id: string
}

interface Change {
  creditorId: string
  type: string
  subject: string
  data: Record<string, unknown>
}

/**
 * The news of a change, or null where no open page shows it. What a person does is answered on their own page, so only
 * what others do is told: notifying commits wait for one another, and a signature need not.
 */
export function newsOf({ actor }: { actor: Actor }, { creditorId, type, subject, data }: Change): PublishedNews | null {
  const id = typeof data['agreementId'] === 'string' ? data['agreementId'] : subject
  if (actor.kind === 'debtor' || !/^(agreement|proposal|dispute)_/.test(id)) return null
  return { creditorId, type, id }
}
