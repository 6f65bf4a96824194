import { expect, test } from 'vitest'
import { countTests } from './run-tests.ts'

const green = {
  numPassedTests: 3,
  numFailedTests: 0,
  numPendingTests: 0,
  numTodoTests: 0,
  success: true,
  testResults: [],
}

test('a green report counts its tests', () => {
  expect(countTests(green, 0)).toEqual({ passed: 3, failed: 0 })
})

test('failed tests count each, and a file that does not load counts one', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{}] },
  ]
  const report = { ...green, numPassedTests: 2, numFailedTests: 1, success: false, testResults }
  expect(countTests(report, 1)).toEqual({ passed: 2, failed: 2 })
})

test.each([
  ['a runner without a report', null, 1, 0],
  ['an unhandled error among passed tests', green, 1, 3],
  ['a run without tests', { ...green, numPassedTests: 0 }, 0, 0],
])('%s is one failure', (_, report, exitCode, passed) => {
  expect(countTests(report, exitCode)).toEqual({ passed, failed: 1 })
})

test('a skipped test counts as failed', () => {
  expect(countTests({ ...green, numPendingTests: 1, numTodoTests: 1 }, 0)).toEqual({ passed: 3, failed: 2 })
})
