import Desk
import DeskTesting
import Foundation
import Mail
import Testing

/// An installation with everything in order.
extension ComplianceCheckTests {
    static let day = 86_400.0

    static func sound() async throws -> ComplianceSights {
        let test = try TestDesk { settings in
            settings.hosts = ["imap.example.com"]
            settings.alerts.backupEvery = [.desk: .seconds(86_400), .keys: .seconds(3600)]
            for index in settings.mailboxes.indices {
                settings.mailboxes[index].legalBasis = "customers: contract (Art. 6(1) GDPR)"
                settings.mailboxes[index].retention = "365 days"
                settings.mailboxes[index].terms = RetentionTerms(
                    closedTickets: .seconds(1), attachments: .seconds(1), importedCopies: .seconds(1))
            }
        }
        let desk = test.desk
        try await desk.state(
            ProcessorTests.processor { $0.terms = Processor.Term.allCases }, as: .operatorOnHost)
        var answers = ScopeAnswers()
        (answers.isEstablished, answers.worksInContextOfEstablishment) = (true, true)
        _ = try await desk.decideScope(answers, reasons: "A shop in Berlin.", as: .operatorOnHost)
        _ = try await desk.screenImpact(
            ImpactScreening(criteria: [], isListed: false, isExempt: false, reasons: "Few people write."),
            as: .operatorOnHost)
        var sights = try await desk.complianceSights(as: .operatorOnHost)
        sights.host = host
        sights.health = StoreHealth(synchronous: 2, schemaVersion: "1", tickets: 0, isWritable: true)
        sights.figures.roundTrip = RoundTrip(at: sights.now, failedAt: nil)
        sights.figures.checkedAt = sights.now
        sights.anchorMailedAt = sights.now
        sights.ledger.copies = [LedgerCopyStatus(folder: "/mnt/ledger", state: .current)]
        sights.backups = BackupSet.allCases.map {
            BackupRecord(set: $0, path: "/b", bytes: 1, at: sights.now, isVerified: true)
        }
        for mailbox in sights.settings.mailboxes {
            sights.retention[mailbox.name] = RetentionRecord(mailbox: mailbox.name, ranAt: sights.now)
        }
        sights.breaches = [try breach(at: sights.now) { $0.isDrill = true }]
        return sights
    }

    private static var host: HostFacts {
        var host = HostFacts()
        (host.keySource, host.keyMode, host.isKeyInState) = (.credential, 0o400, false)
        (host.openFiles, host.isRoot, host.hasNoNewPrivileges, host.mayDumpCore) = ([], false, true, false)
        host.backupFolders = [.desk: "/var/backups/desk", .keys: "/mnt/keys"]
        (host.sharesBackupDisk, host.plainMailboxes) = (false, [])
        return host
    }

    static func breach(at: Date, _ change: (inout Breach) -> Void = { _ in }) throws -> Breach {
        var breach = Breach(
            number: try #require(BreachNumber(1)), isDrill: false, openedAt: at, openedBy: "operator", detectedAt: at,
            awareAt: at, decidedBy: "B. Muster", kinds: [.confidentiality])
        change(&breach)
        return breach
    }

    static func erasure(_ state: ErasureState, days: Double, at now: Date) throws -> Erasure {
        Erasure(
            id: try #require(ErasureID(hex: String(repeating: "7", count: 32))), state: state,
            askedAt: now.addingTimeInterval(-days * day), notBefore: now, how: .phone, author: "operator")
    }

    static func agent(_ role: AgentRole, _ address: String) throws -> Agent {
        Agent(
            id: try #require(AgentID(hex: String(repeating: "6", count: 32))), name: "X",
            address: try Samples.address(address), role: role, mailboxes: nil, unixUser: nil,
            createdAt: TestDesk.start)
    }

    static func deadline(days: Int, of sights: ComplianceSights) throws -> RightsDeadline {
        RightsDeadline(
            id: try #require(RightsRequestID(hex: String(repeating: "7", count: 32))),
            clock: LegalClock(receivedOn: sights.today.adding(days: days), country: "DE"))
    }

    static func register(_ processor: Processor) throws -> ProcessorRegister {
        let entry = try RegisterEntry(
            processor, id: try #require(RegisterEntryID(hex: String(repeating: "5", count: 32))), at: TestDesk.start,
            author: "operator")
        return ProcessorRegister([entry], hosts: ["imap.example.com"])
    }

    static func tokenID() throws -> AccessTokenID {
        try #require(AccessTokenID(hex: String(repeating: "4", count: 32)))
    }

    static func holdID() throws -> LegalHoldID {
        try #require(LegalHoldID(hex: String(repeating: "3", count: 32)))
    }

    /// Offered to children, with words of its own.
    static func purpose(withdrawal: String?) throws -> ConsentPurpose {
        let text = ConsentText(
            version: ConsentTextVersion(language: .english, number: 1), title: "Newsletter",
            text: "We send you our newsletter with news of our products once a month.",
            withdrawal: withdrawal ?? "You can withdraw your consent at any time.", at: TestDesk.start)
        return ConsentPurpose(
            code: try #require(ShortName("newsletter")), mailbox: nil, reviewMonths: 24, isForChildren: true,
            createdAt: TestDesk.start, texts: [text])
    }
}
