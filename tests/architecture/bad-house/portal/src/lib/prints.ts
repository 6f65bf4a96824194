console.log('a line in the visitor\u2019s console') // bites: no-console

export const printed = true
