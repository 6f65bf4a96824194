// bites: arrows-of-indices
import { surprise } from '../surprises/index.ts'

export const visit = surprise
