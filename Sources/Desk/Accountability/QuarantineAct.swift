/// What was done with a mail that could not be read.
package enum QuarantineAct: String, Sendable, CaseIterable {
    case seen, released, deleted, expired
}
