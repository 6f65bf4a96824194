// bites: arrows-of-ledger
import { surprise } from '../surprises/index.ts'

export const visit = surprise
