export const die = Math.random() // bites: no-restricted-properties
export const id = crypto.randomUUID() // bites: no-restricted-globals
