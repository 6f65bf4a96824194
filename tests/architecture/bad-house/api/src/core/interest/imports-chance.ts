import { randomInt } from 'node:crypto' // bites: no-restricted-imports

export const die = randomInt(6)
