import Desk
import Foundation
import Web

/// How requests look on a terminal.
enum RightsText {
    static func line(_ request: APIRightsRequest) -> String {
        let what = "\(request.right) (Art. \(request.article))".padded(to: 30)
        return "\(request.reference)  \(what) \(standing(request))"
    }

    static func whole(_ request: APIRightsRequest) -> String {
        var lines = [
            "reference   \(request.reference)   id \(request.id)",
            "right       \(request.right) (Art. \(request.article) GDPR), by \(request.channel)",
            "received    \(request.receivedOn)   work towards \(request.targetOn)   last day \(request.dueOn)"
                + (request.extended ? "   extended" : ""),
            "state       \(standing(request))",
            "who         "
                + (request.person.map { "person \($0)" } ?? "nobody on file")
                + (request.proof.map { ", recognised by \($0)" } ?? ", not recognised yet"),
        ]
        if let ticket = request.ticket { lines.append("letters     in ticket #\(ticket)") }
        if let contact = request.contact { lines.append("contact     \(Output.safeLine(contact))") }
        if !request.wording.isEmpty { lines.append("words       \(Output.safeLine(request.wording))") }
        if let reason = request.extensionReason { lines.append("extended    \(Output.safeLine(reason))") }
        if let reasons = request.reasons { lines.append("reasons     \(Output.safeLine(reasons))") }
        return lines.joined(separator: "\n")
    }

    private static func standing(_ request: APIRightsRequest) -> String {
        if let decision = request.decision {
            return decision + (request.ground.map { ": \($0)" } ?? "")
        }
        switch request.state {
        case "possible": return "reads like a request; confirm or dismiss it. Last day \(request.dueOn)"
        case "suspended": return "waits for the person since \(request.suspendedSince ?? request.receivedOn)"
        default:
            let urgency = request.urgency == "overdue" ? "OVERDUE since" : "due"
            return "\(request.state), \(urgency) \(request.dueOn)"
        }
    }

    /// A day without a time is noon of it, which is the same day in every country of the union.
    static func noon(_ day: String) throws(OperatorError) -> Date {
        guard let day = CalendarDay(text: day) else {
            throw OperatorError(
                "the day cannot be read", thing: "--received", remedy: "Write it as 2026-03-05.", exitCode: .usage)
        }
        return Date(timeIntervalSince1970: Double(day.number) * 86_400 + 43_200)
    }
}
