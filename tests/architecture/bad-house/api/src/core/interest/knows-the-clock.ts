export const now = Date.now() // bites: no-restricted-properties
export const today = new Date() // bites: no-restricted-syntax
export const text = Date() // bites: no-restricted-syntax
export const started = performance.now() // bites: no-restricted-globals
export const given = new Date(0)
