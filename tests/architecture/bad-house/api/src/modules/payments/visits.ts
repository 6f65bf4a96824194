// bites: arrows-of-payments
import { surprise } from '../surprises/index.ts'

export const visit = surprise
