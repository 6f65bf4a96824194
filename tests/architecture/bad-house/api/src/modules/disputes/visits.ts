// bites: arrows-of-disputes
import { surprise } from '../surprises/index.ts'

export const visit = surprise
