package import Foundation

/// What the alarms and the notices to staff ask of the store.
package protocol AlarmStore: Sendable {
    /// The alarms as they were last kept.
    func alarms() async throws(StoreFailure) -> [Alarm]
    /// Keeps these and no others.
    func keep(_ alarms: [Alarm]) async throws(StoreFailure)
    /// Reads what an alarm can be about.
    func alarmFigures(now: Date) async throws(StoreFailure) -> AlarmFigures
    /// Since when each of these keyed hashes of staff addresses has notices muted; absent where it has not.
    func noticeMutes(_ hashes: [[UInt8]]) async throws(StoreFailure) -> [[UInt8]: Date]
}
