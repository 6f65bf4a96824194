import type { LocalDate } from '@repactua/shared/time/local-date.ts'

export interface PlannedInstallment {
  number: number
  dueOn: LocalDate
  amountCents: bigint
}
