export const debtors = 1
