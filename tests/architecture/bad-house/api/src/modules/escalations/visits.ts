// bites: arrows-of-escalations
import { surprise } from '../surprises/index.ts'

export const visit = surprise
