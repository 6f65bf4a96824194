// bites: core-is-pure
import { readFileSync } from 'node:fs'

export const rate = readFileSync('rate.txt', 'utf8')
