// bites: arrows-of-boletos
import { surprise } from '../surprises/index.ts'

export const visit = surprise
