// bites: arrows-of-delistings
import { surprise } from '../surprises/index.ts'

export const visit = surprise
