// bites: arrows-of-bank-files
import { surprise } from '../surprises/index.ts'

export const visit = surprise
