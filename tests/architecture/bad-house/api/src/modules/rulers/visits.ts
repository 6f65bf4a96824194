// bites: arrows-of-rulers
import { surprise } from '../surprises/index.ts'

export const visit = surprise
