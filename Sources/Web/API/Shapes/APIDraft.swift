import Desk
package import Foundation

/// One's own draft. When `currentVersion` is not `version`, something happened on the ticket since it was saved.
package struct APIDraft: Codable, Sendable, Equatable {
    package var text: String
    package var begunAt: Date
    package var savedAt: Date
    package var version: Int64
    package var currentVersion: Int64
    package var colleagues: [APIColleague]

    init(_ view: DraftView) {
        text = view.draft.text
        begunAt = view.draft.begunAt
        savedAt = view.draft.savedAt
        version = view.draft.version
        currentVersion = view.currentVersion
        colleagues = view.colleagues.map { APIColleague($0) }
    }
}
