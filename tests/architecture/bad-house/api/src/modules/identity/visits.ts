// bites: arrows-of-identity
import { surprise } from '../surprises/index.ts'

export const visit = surprise
