import { localDateOf, type Clock } from '@repactua/api/platform/clock.ts'

/** A clock that stands still until a test moves it. */
export interface MovableClock extends Clock {
  moveTo(instant: Date | string): void
  advance(milliseconds: number): void
}

export function createMovableClock(start: Date): MovableClock {
  let now = start
  return {
    now: () => new Date(now),
    today: () => localDateOf(now),
    moveTo: (instant) => {
      now = new Date(instant)
    },
    advance: (milliseconds) => {
      now = new Date(now.getTime() + milliseconds)
    },
  }
}
