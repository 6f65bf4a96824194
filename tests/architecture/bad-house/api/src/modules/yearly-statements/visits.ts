// bites: arrows-of-yearly-statements
import { surprise } from '../surprises/index.ts'

export const visit = surprise
