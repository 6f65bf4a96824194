// bites: arrows-of-channels
import { surprise } from '../surprises/index.ts'

export const visit = surprise
