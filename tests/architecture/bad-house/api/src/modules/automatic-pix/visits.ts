// bites: arrows-of-automatic-pix
import { surprise } from '../surprises/index.ts'

export const visit = surprise
