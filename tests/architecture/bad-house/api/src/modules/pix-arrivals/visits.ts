// bites: arrows-of-pix-arrivals
import { surprise } from '../surprises/index.ts'

export const visit = surprise
