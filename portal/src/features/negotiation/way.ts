import { paths } from '../../lib/paths.ts'

/** The addresses of one negotiation: of what is owed to a creditor, or of one debt that is paid of one's own will. */
export interface Way {
  isVoluntary: boolean
  /** Names the draft of this negotiation. */
  name: string
  /** Where the debts are chosen, or the warning stands. */
  start: string
  options: string
  month: string
  check: string
}

export function owedWay(creditorId: string, severalDebts: boolean): Way {
  return {
    isVoluntary: false, name: creditorId,
    start: severalDebts ? paths.chooseDebts(creditorId) : paths.debts,
    options: paths.options(creditorId), month: paths.month(creditorId), check: paths.check(creditorId),
  }
}

export function voluntaryWay(debtId: string): Way {
  return {
    isVoluntary: true, name: debtId,
    start: paths.voluntary(debtId),
    options: paths.voluntaryOptions(debtId), month: paths.voluntaryMonth(debtId), check: paths.voluntaryCheck(debtId),
  }
}
