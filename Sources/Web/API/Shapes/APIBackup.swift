import Desk
package import Foundation

/// A backup that was written.
package struct APIBackup: Codable, Sendable, Equatable {
    package var set: String
    package var path: String
    package var bytes: Int64
    package var at: Date
    package var verified: Bool

    init(_ record: BackupRecord) {
        set = record.set.rawValue
        path = record.path
        bytes = record.bytes
        at = record.at
        verified = record.isVerified
    }
}
