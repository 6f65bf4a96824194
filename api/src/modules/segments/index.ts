export { profilesOf } from './profiles-of.ts'
export { findSegments, type SegmentRecord } from './segments.repository.ts'
