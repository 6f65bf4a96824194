// bites: arrows-of-news
import { surprise } from '../surprises/index.ts'

export const visit = surprise
