import type { Work } from '../../platform/work.ts'

/** What a person wished of a creditor by message: to hear no more by some channels, or nothing of collection until an instant. */
export interface Wish {
  creditorId: string
  cpfIndex: Buffer
  channel: string | null
  purpose: string | null
  source: 'reply' | 'paid_claim'
  until: Date | null
}

/** Keeps a wish; one that stands already stands. */
export async function keepWish({ tx, clock, newId }: Work, { creditorId, cpfIndex, channel, purpose, source, until }: Wish): Promise<void> {
  await tx.$client.query({
    name: 'keep_wish',
    text: `insert into contact_choices (creditor_id, id, cpf_index, wish, channel, purpose, source, until, created_at)
      values ($1, $2, $3, 'stop', $4, $5, $6, $7, $8) on conflict do nothing`,
    values: [creditorId, newId(), cpfIndex, channel, purpose, source, until, clock.now()],
  })
}
