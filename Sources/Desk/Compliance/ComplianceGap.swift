/// A check of the list (gdpr.md A17) that this command does not make, and where its answer is found instead.
///
/// They stand in every report: a list that leaves out what it did not look at would look better than it is.
package struct ComplianceGap: Sendable, Equatable {
    package let id: String
    package let title: String
    package let reason: String

    package static let all: [ComplianceGap] = [
        gap("G05", "the officer's mailbox answers", "only a human can answer; write to it"),
        gap("G12", "staff confidentiality and training", "nobody states it here; keep it with the staff's papers"),
        gap("L07", "withdrawing is as easy as giving", "a property of the program (ConsentEndpointTests)"),
        gap("L09", "labelled tickets have a ground", "it is sealed with the ticket; read `ticketd tickets show`"),
        gap("M05", "the log holds nothing personal", "the log is not ours to read; see DiscretionTests"),
        gap("M07", "staff notices hold no content", "a property of the program, proved by NoticeWatchTests"),
        gap("R02", "extensions were told with reasons", "the verb refuses one without (RightsRequestTests)"),
        gap("R03", "refusals carry reasons and remedies", "the verb refuses one without (RightsRequestTests)"),
        gap("R04", "the portal tells nobody who is known", "a property of the program, proved by PortalDoorTests"),
        gap("R08", "what is restricted is found by nobody", "a property of the program, proved by RestrictionTests"),
        gap("R10", "the unsubscribe link works from outside", "run `ticketd check`, which follows one"),
        gap("S09", "a restore was tried", "run `ticketd backup verify`; only you can try a whole restore"),
        gap("S11", "certificates of the mail servers", "run `ticketd check`; no mail leaves without verified TLS"),
        gap("S14", "SPF, DKIM and DMARC", "run `ticketd check`, which asks the name servers"),
        gap("S15", "libraries without known holes", "your distribution's security updates decide that"),
    ]

    private static func gap(_ id: String, _ title: String, _ reason: String) -> ComplianceGap {
        ComplianceGap(id: id, title: title, reason: reason)
    }
}
