package import Foundation

/// How the last round trip of a made-up person went: taken in, copied, erased, with a certificate.
///
/// It is made in a store of its own beside the real one, with the same program, settings, disk and library, under a
/// key that is never written down. So nothing of it can count, leave or stay: the folder is removed, and what a crash
/// left behind nobody can read. What it does not prove are the real keys and the mail server's own copies.
package struct RoundTrip: Sendable, Equatable {
    /// In their order. The numbers are kept and never change.
    package enum Step: Int64, Sendable, CaseIterable {
        case open = 1
        case intake, search, copy, erase, certificate, absence, remove

        package var words: String {
            switch self {
            case .open: "making a store with keys of its own"
            case .intake: "taking in a mail and opening its ticket"
            case .search: "looking for the person's words in the files, where they must not stand"
            case .copy: "making the person's copy (Art. 15, 20) and finding their words in it"
            case .erase: "erasing the person (Art. 17)"
            case .certificate: "the certificate, with nothing left in the files"
            case .absence: "finding neither person nor ticket afterwards"
            case .remove: "removing the store"
            }
        }
    }

    package var at: Date
    /// nil when every step went well.
    package var failedAt: Step?

    package init(at: Date, failedAt: Step?) {
        self.at = at
        self.failedAt = failedAt
    }
}
