export const agreements = 1
