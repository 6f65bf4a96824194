import { afterEach, expect, test, vi } from 'vitest'
import { idleSecondsLeft, keepReturnTo, markEnded, markSignedIn, noteContact, onSessionEnd, takeReturnTo } from './session.ts'

afterEach(() => {
  vi.useRealTimers()
})

test('a session that lived has expired; one that never was is absent', () => {
  const ends: string[] = []
  const stop = onSessionEnd((end) => ends.push(end))
  markEnded()
  markSignedIn()
  markEnded()
  stop()
  markEnded()
  expect(ends).toEqual(['absent', 'expired'])
})

test('the idle limit counts from the last answer', () => {
  vi.useFakeTimers()
  noteContact()
  vi.advanceTimersByTime(60_000)
  expect(idleSecondsLeft(900)).toBe(840)
})

test('where to return is given once, and only inside the portal', () => {
  keepReturnTo('/acordos/agreement_1')
  expect(takeReturnTo()).toBe('/acordos/agreement_1')
  expect(takeReturnTo()).toBeNull()
  keepReturnTo('//evil.example')
  expect(takeReturnTo()).toBeNull()
})
