// bites: arrows-of-refunds
import { surprise } from '../surprises/index.ts'

export const visit = surprise
