// bites: arrows-of-amendments
import { surprise } from '../surprises/index.ts'

export const visit = surprise
