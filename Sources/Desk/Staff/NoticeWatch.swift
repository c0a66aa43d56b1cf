package import Foundation
import Mail

/// Tells staff of new mail in their rhythm. Nothing is sent when there is nothing new.
///
/// What was not taken by a server stays news and is told with what comes later, so nothing is queued and nothing lost.
package struct NoticeWatch: Sendable {
    private let desk: Helpdesk
    private let rhythm: NoticeRhythm
    private let zone: TimeZone
    private let line: StaffLine
    /// Told whether a notice of so many messages was taken.
    private let report: @Sendable (_ messages: Int, _ isTaken: Bool) -> Void

    package init(
        desk: Helpdesk, rhythm: NoticeRhythm, zone: TimeZone, courier: @escaping @Sendable () -> (any Courier)?,
        report: @escaping @Sendable (Int, Bool) -> Void = { _, _ in }
    ) {
        self.desk = desk
        self.rhythm = rhythm
        self.zone = zone
        line = StaffLine(desk: desk, courier: courier)
        self.report = report
    }

    /// Until the task is cancelled.
    package func watch() async {
        await desk.world.rounds { await round() }
    }

    /// Tells what is due and answers how long to wait.
    @discardableResult
    package func round() async -> Duration {
        do throws(StoreFailure) {
            let last = try await desk.store.newsSettledAt()
            guard rhythm.isDue(last: last, now: desk.world.now(), zone: zone) else { return Limits.noticeLook }
            let news = try await desk.store.news(limit: Limits.newsTold)
            guard !news.isEmpty else { return Limits.noticeLook }
            guard await tell(news) else { return Limits.noticeRetry }
            try await desk.store.settle(news, now: desk.world.now())
            return Limits.noticeLook
        } catch {
            // The store has its own alarm; the news waits in it.
            return Limits.noticeRetry
        }
    }

    /// Whether it is told: some server took it for somebody, or nobody wants to hear.
    private func tell(_ news: [TicketNews]) async -> Bool {
        let settings = desk.settings.value
        let named = settings.alerts.noticeRecipients
        let recipients = await desk.mutes(of: named).hearing(notices: named)
        guard !recipients.isEmpty else { return true }
        let messages = news.reduce(0) { $0 + $1.messages }
        let isTaken = await line.tell(StaffWords(news: news, settings: settings), to: recipients, settings)
        report(messages, isTaken)
        return isTaken
    }
}
