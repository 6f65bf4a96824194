import { balanceAsOf } from '@repactua/api/core/interest/balance.ts'
import { buildOffers } from '@repactua/api/core/offers/build-offers.ts'
import { balanceInDoubles, sheetInDoubles } from './in-doubles.ts'
import { medianMicroseconds } from './rounds.ts'
import { DEBT, SHEET_REQUEST } from './sheet-request.ts'

const OPTIONS = 24

/** CPU time of a full sheet and of a balance, beside the same figures in plain doubles; refuses a sheet that is not full. */
export function benchEngine(): unknown {
  checkFigures()
  const times = medianMicroseconds({
    sheet: () => buildOffers(SHEET_REQUEST),
    sheetInDoubles: () => sheetInDoubles(SHEET_REQUEST.today),
    balance: () => balanceAsOf(DEBT, SHEET_REQUEST.today),
    balanceInDoubles: () => balanceInDoubles(DEBT, SHEET_REQUEST.today),
  })
  return {
    sheet: { options: OPTIONS, ...compare(times.sheet, times.sheetInDoubles) },
    balance: compare(times.balance, times.balanceInDoubles),
  }
}

/** Throws where the sheet of the bench is not full, or where its yardstick computes something else: that would measure nothing. */
export function checkFigures(): void {
  const sheet = buildOffers(SHEET_REQUEST)
  const options = sheet.ok ? sheet.value.options : []
  const exact = options.map(({ totalCents, cetYearly }) => `${totalCents} ${cetYearly}`)
  const doubles = sheetInDoubles(SHEET_REQUEST.today).options.map(({ totalCents, cetYearly }) => `${totalCents} ${cetYearly}`)
  if (exact.length !== OPTIONS || exact.join() !== doubles.join()) throw new Error('The sheet and its yardstick differ')
}

function compare(exact: number, doubles: number): { microseconds: number; inDoubles: number; ratio: number } {
  return { microseconds: round(exact), inDoubles: round(doubles), ratio: round(exact / doubles) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}
