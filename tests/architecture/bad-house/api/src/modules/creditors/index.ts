export const creditors = 1
