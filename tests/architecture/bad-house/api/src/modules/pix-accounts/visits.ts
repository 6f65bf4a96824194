// bites: arrows-of-pix-accounts
import { surprise } from '../surprises/index.ts'

export const visit = surprise
