console.log('a line that no log level can stop') // bites: no-console

export const printed = true
