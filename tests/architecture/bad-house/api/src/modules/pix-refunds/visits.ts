// bites: arrows-of-pix-refunds
import { surprise } from '../surprises/index.ts'

export const visit = surprise
