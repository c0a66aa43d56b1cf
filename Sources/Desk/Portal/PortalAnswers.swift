/// What became of those who asked for a link: numbers only, because who they are is nobody's business.
package struct PortalAnswers: Sendable, Equatable {
    /// Asked and settled, with a link or without.
    package var settled: Int
    package var sent: Int

    package init(settled: Int = 0, sent: Int = 0) {
        self.settled = settled
        self.sent = sent
    }
}
