import { type Later } from './later.ts'
import { Other } from './later.ts' // bites: @typescript-eslint/consistent-type-imports

const later: Later = () => Promise.resolve()
later() // bites: @typescript-eslint/no-floating-promises
export const anything: any = 1 // bites: @typescript-eslint/no-explicit-any
export const other: Other = 1
