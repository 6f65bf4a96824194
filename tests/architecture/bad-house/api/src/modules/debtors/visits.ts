// bites: arrows-of-debtors
import { surprise } from '../surprises/index.ts'

export const visit = surprise
