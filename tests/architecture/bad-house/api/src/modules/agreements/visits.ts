// bites: arrows-of-agreements
import { surprise } from '../surprises/index.ts'

export const visit = surprise
