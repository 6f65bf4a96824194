export const filled = 'by the test'
