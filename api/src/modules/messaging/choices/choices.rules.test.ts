import { CHANNELS, PURPOSES } from '@repactua/shared/contract/messaging.ts'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cellsOf, planChoice } from './choices.rules.ts'

const wish = fc.record({
  wish: fc.constantFrom('stop' as const, 'allow' as const),
  channel: fc.constantFrom(...CHANNELS, null),
  purpose: fc.constantFrom(...PURPOSES, null),
  until: fc.constant(null),
})
const cell = fc.record({ channel: fc.constantFrom(...CHANNELS), purpose: fc.constantFrom(...PURPOSES), allowed: fc.boolean() })

test('whatever was wished before, the choice counts and nothing else changes', () => {
  fc.assert(fc.property(fc.array(wish, { maxLength: 6 }), cell, (wishes, choice) => {
    const { ends, begins } = planChoice(wishes, choice)
    const after = [...wishes.filter((one) => !ends.includes(one)), ...begins.map((one) => ({ ...one, until: null }))]
    const expected = cellsOf(CHANNELS, wishes).map((one) => (one.channel === choice.channel && one.purpose === choice.purpose ? { ...one, allowed: choice.allowed } : one))
    expect(cellsOf(CHANNELS, after)).toEqual(expected)
  }))
})

test('what counts already is not written again', () => {
  fc.assert(fc.property(fc.array(wish, { maxLength: 6 }), cell, (wishes, choice) => {
    const { ends, begins } = planChoice(wishes, choice)
    const after = [...wishes.filter((one) => !ends.includes(one)), ...begins.map((one) => ({ ...one, until: null }))]
    expect(planChoice(after, choice)).toEqual({ ends: [], begins: [] })
  }))
})

test('a pause is told apart, so it changes no choice', () => {
  expect(cellsOf(['email'], [{ wish: 'stop', channel: null, purpose: 'collection', until: new Date('2026-12-21T15:00:00Z') }])).toEqual([
    { channel: 'email', purpose: 'collection', allowed: true },
    { channel: 'email', purpose: 'service', allowed: true },
  ])
})
