// bites: arrows-of-statements
import { surprise } from '../surprises/index.ts'

export const visit = surprise
