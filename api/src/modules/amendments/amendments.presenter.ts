import type { Amendment } from '@repactua/shared/contract/amendments.ts'
import { localDateOf } from '../../platform/clock.ts'
import { showId } from '../../platform/ids.ts'
import { amendmentStatus, type AgreementWhole } from '../agreements/index.ts'

/** What was signed on an agreement after its term, in its order. */
export function presentAmendments({ record, amendments }: AgreementWhole, now: Date): Amendment[] {
  const on = { status: record.status, today: localDateOf(now) }
  return amendments.map((amendment) => {
    const { quote } = amendment
    return {
      id: showId('amendment', amendment.id),
      sequence: amendment.sequence,
      kind: amendment.kind,
      status: amendmentStatus(amendment, amendments, on),
      signedAt: amendment.signedAt.toISOString(),
      appliedAt: amendment.appliedAt?.toISOString() ?? null,
      openBeforeCents: quote.openBeforeCents,
      openAfterCents: quote.openAfterCents,
      costCents: quote.costCents,
      savingCents: quote.savingCents,
      payNow: quote.payNow,
      after: quote.after,
      text: quote.text,
      sha256: quote.sha256,
    }
  })
}
