import Desk
import Testing

/// P5: which class an unsubscribe covers, and what it never covers.
struct SendPermissionTests {
    struct Row: CustomStringConvertible {
        let mailClass: MailClass
        let scope: UnsubscribeScope
        var onTicket = false
        var sameTicket = false
        var isFirstAnswer = false
        var isOverridden = false
        let granted: Bool

        var description: String {
            "M\(mailClass.rawValue) scope \(scope.rawValue) ticket \(onTicket)/\(sameTicket) first \(isFirstAnswer)"
        }
    }

    static let rows: [Row] = [
        Row(mailClass: .legallyRequired, scope: .everything, granted: true),
        Row(mailClass: .requestedLink, scope: .everything, granted: true),
        Row(mailClass: .humanReply, scope: .everything, granted: false),
        Row(mailClass: .humanReply, scope: .everything, isFirstAnswer: true, granted: true),
        Row(mailClass: .humanReply, scope: .everything, isOverridden: true, granted: true),
        Row(
            mailClass: .humanReply, scope: [.everything, .dropRequest], onTicket: true, sameTicket: true,
            isFirstAnswer: true, granted: false),
        Row(
            mailClass: .humanReply, scope: [.ticket, .dropRequest], onTicket: true, sameTicket: false,
            isFirstAnswer: true, granted: true),
        Row(mailClass: .humanReply, scope: .automatic, granted: true),
        Row(mailClass: .humanReply, scope: .ticket, onTicket: true, sameTicket: true, granted: false),
        Row(mailClass: .humanReply, scope: .ticket, onTicket: true, sameTicket: false, granted: true),
        Row(mailClass: .automaticService, scope: .everything, granted: false),
        Row(mailClass: .automaticService, scope: .automatic, granted: false),
        Row(mailClass: .automaticService, scope: .marketing, granted: true),
        Row(mailClass: .automaticService, scope: .everything, isOverridden: true, granted: false),
        Row(mailClass: .carbonCopy, scope: .everything, granted: false),
        Row(mailClass: .carbonCopy, scope: .everything, isFirstAnswer: true, granted: false),
        Row(mailClass: .survey, scope: .marketing, granted: false),
        Row(mailClass: .news, scope: .marketing, granted: false),
        Row(mailClass: .news, scope: .automatic, granted: true),
        Row(mailClass: .news, scope: .marketing, isOverridden: true, granted: false),
        Row(mailClass: .staff, scope: .everything, granted: true),
    ]

    @Test(arguments: rows)
    func `P5 an unsubscribe covers exactly the classes of its scope`(row: Row) {
        let ticket = Scenario.number(7)
        let record = SuppressionRecord(
            scope: row.onTicket ? [] : row.scope,
            tickets: row.onTicket ? [row.sameTicket ? ticket : Scenario.number(8): row.scope] : [:],
            since: Scenario.now)
        let permission = SendPermission.decide(
            row.mailClass, ticket: ticket, isFirstAnswer: row.isFirstAnswer, isOverridden: row.isOverridden,
            suppression: record)
        #expect((permission == .granted) == row.granted)
    }

    @Test func `who never unsubscribed gets every class`() {
        for mailClass in MailClass.allCases {
            #expect(
                SendPermission.decide(
                    mailClass, ticket: nil, isFirstAnswer: false, isOverridden: false, suppression: nil) == .granted)
        }
    }
}
