// bites: arrows-of-debts
import { surprise } from '../surprises/index.ts'

export const visit = surprise
