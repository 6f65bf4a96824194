import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { checkPolicy } from '../../core/legal/policies/check-policy.ts'
import type { PolicyBreach } from '../../core/legal/types.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import type { Work } from '../../platform/work.ts'
import type { CreditorRecord } from '../creditors/index.ts'
import { findLegalRate } from '../indices/index.ts'
import { checkFrame, type PolicyFrame } from './policies.rules.ts'

/** Refuses a policy outside today's law for the creditor's regime, or without sense. Each finding points at its field. */
export async function refuseBreaches(work: Pick<Work, 'today' | 'tx'>, { regime }: Pick<CreditorRecord, 'regime'>, policy: PolicyFrame): Promise<void> {
  const legalRate = await findLegalRate(work.tx, work.today)
  const breaches = [...checkPolicy(policy.rules, { regime, on: work.today, legalRate, audience: policy.audience }), ...checkFrame(policy, work.today)]
  if (breaches.length === 0) return
  const isOutsideLaw = breaches.some((breach) => breach.code === 'policy_outside_law')
  throw new AppError(isOutsideLaw ? 'policy_outside_law' : 'policy_invalid', { errors: breaches.map(fieldError) })
}

function fieldError({ pointer, code, message, rule, source, limit, value }: PolicyBreach): FieldError {
  const law = source === null || limit === null || value === null ? {} : { source, limit: String(limit), value: String(value) }
  return { pointer, code, message, rule, ...law }
}
