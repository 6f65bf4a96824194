export const debts = 1
