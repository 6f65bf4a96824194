// bites: arrows-of-proposals
import { surprise } from '../surprises/index.ts'

export const visit = surprise
