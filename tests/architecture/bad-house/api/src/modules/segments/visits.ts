// bites: arrows-of-segments
import { surprise } from '../surprises/index.ts'

export const visit = surprise
