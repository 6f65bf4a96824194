import { localDateOf } from '../../platform/clock.ts'
import { awaitedOf } from './amendments.rules.ts'
import type { PlanInCourse } from './breaking/breaking.rules.ts'
import type { AgreementWhole } from './load-agreement.ts'

/** The agreement as the rule of its break sees it. */
export function planInCourse({ record, option, installments, amendments }: AgreementWhole): PlanInCourse {
  const awaited = awaitedOf(amendments)
  return {
    installments,
    breakRule: option.breakRule,
    noticeOn: record.breakNoticeOn,
    awaited: awaited && { signedOn: localDateOf(awaited.signedAt), payBy: awaited.payBy },
  }
}
