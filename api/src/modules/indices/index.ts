export { indexRoutes } from './indices.routes.ts'
export { importIndexFile } from './import-index-file.ts'
export { findLegalRate, loadIndexTables } from './indices.repository.ts'
