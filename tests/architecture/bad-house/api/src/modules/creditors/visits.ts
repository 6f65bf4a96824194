// bites: arrows-of-creditors
import { surprise } from '../surprises/index.ts'

export const visit = surprise
