import type { PolicyRule } from '@repactua/shared/contract/policies.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { checkPolicy } from '../../core/legal/check-policy.ts'
import type { PolicyBreach } from '../../core/legal/types.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import { findCreditor } from '../creditors/index.ts'

/** Refuses rules outside today's law for the creditor's regime, or without sense. Each finding points at its field. */
export async function refuseBreaches(work: Work, creditorId: string, rules: readonly PolicyRule[]): Promise<void> {
  const creditor = await findCreditor(work.tx, creditorId)
  if (!creditor) throw new AppError('not_found')
  const breaches = checkPolicy(rules, { regime: creditor.regime, on: work.today })
  if (breaches.length === 0) return
  const isOutsideLaw = breaches.some((breach) => breach.code === 'policy_outside_law')
  throw new AppError(isOutsideLaw ? 'policy_outside_law' : 'policy_invalid', { errors: breaches.map(fieldError) })
}

function fieldError({ pointer, code, message, rule, source, limit, value }: PolicyBreach): FieldError {
  const law = source === null || limit === null || value === null ? {} : { source, limit: String(limit), value: String(value) }
  return { pointer, code, message, rule, ...law }
}
