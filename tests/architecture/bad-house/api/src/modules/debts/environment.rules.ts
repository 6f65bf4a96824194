export const mode = process.env['MODE'] // bites: no-restricted-globals
