import type { ContactRule } from '@repactua/shared/contract/messaging.ts'

// What counts over all creditors.
const SHARED_CAPS: readonly string[] = ['person_day', 'person_week', 'address_day', 'address_week', 'calls_day'] satisfies ContactRule[]

/** A reason as a creditor reads it: of caps over all creditors it learns no more than that something held a message (decision 35). */
export function shownReason(reason: string): string {
  return SHARED_CAPS.includes(reason) ? 'contact_cap' : reason
}
