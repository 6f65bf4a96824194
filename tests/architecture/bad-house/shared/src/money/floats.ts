export const read = parseFloat('1.5') // bites: no-restricted-globals
export const again = Number.parseFloat('1.5') // bites: no-restricted-properties
export const shown = read.toFixed(2) // bites: no-restricted-properties
