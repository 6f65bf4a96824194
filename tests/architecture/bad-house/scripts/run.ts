// bites: not-to-test
import { sample } from '../tests/support/sample.ts'

export const run = sample
