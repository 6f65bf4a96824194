export { segmentRoutes } from './segments.routes.ts'
export { profilesOf } from './profiles/profiles-of.ts'
export { findSegments, type SegmentRecord } from './saved/segments.repository.ts'
