import { isDeepStrictEqual } from 'node:util'
import type { ServiceRule } from '@repactua/shared/contract/service-rules.ts'
import type { FieldError } from '@repactua/shared/errors/problem.ts'
import { recordChange } from '../../platform/audit/record-change.ts'
import { AppError } from '../../platform/errors/app-error.ts'
import { showId } from '../../platform/ids.ts'
import { creditorOf, type Work } from '../../platform/work.ts'
import { refuseRevoked } from '../creditors/index.ts'
import { findServiceRules, insertServiceRules } from './service-rules.repository.ts'
import { checkServiceRules } from './service-rules.rules.ts'

/** The rules of the creditor that asks. */
export function readServiceRules(work: Work): Promise<ServiceRule[]> {
  return findServiceRules(work.tx, creditorOf(work))
}

/** Puts a set of rules in the place of the one before. Refuses rules outside the law of their product, and words that threaten. */
export async function setServiceRules(work: Work, rules: readonly ServiceRule[]): Promise<ServiceRule[]> {
  await refuseRevoked(work)
  const creditorId = creditorOf(work)
  refuse(checkServiceRules(rules))
  const known = await findServiceRules(work.tx, creditorId)
  if (isDeepStrictEqual(known, rules)) return known
  await insertServiceRules(work.tx, { creditorId, id: work.newId(), rules: [...rules], createdAt: work.clock.now() })
  await recordChange(work, { creditorId, type: 'service_rules.changed', subject: showId('creditor', creditorId), data: { rules } })
  return [...rules]
}

function refuse(errors: readonly FieldError[]): void {
  if (errors.length > 0) throw new AppError('service_rules_refused', { errors })
}
