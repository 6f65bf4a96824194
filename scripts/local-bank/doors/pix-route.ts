import type { Scope } from '../oauth/scopes.ts'
import type { Answer, Ask } from './ask.ts'

/** One operation of the official file. */
export interface PixRoute {
  method: string
  path: string
  scope: Scope
  answer: (ask: Ask) => Answer
}
