// bites: arrows-of-pix-charges
import { surprise } from '../surprises/index.ts'

export const visit = surprise
