import Desk
import DeskTesting
import Foundation

/// One broken thing a row.
extension ComplianceCheckTests {
    static let governance: [Break] = [
        Break("G01", .warn) { $0.scope = nil },
        Break("G01", .warn) { $0.today = $0.today.adding(days: 400) },
        Break("G02") { $0.settings.controller.address = "" },
        Break("G03") { $0.settings.dataProtectionOfficer = nil },
        Break("G03") { $0.settings.dataProtectionOfficer?.email = "nobody" },
        Break("G04") { $0.agents.append(try agent(.admin, "dpo@example.com")) },
        Break("G04") { sights in
            sights.tokens.append(
                AccessTokenRecord(
                    id: try tokenID(), label: "x", hash: [], scopes: [.admin, .dpo], mailboxes: nil,
                    createdAt: sights.now, expiresAt: sights.now.addingTimeInterval(day)))
        },
        Break("G06") { sights in
            var answers = ScopeAnswers()
            (answers.hasPeopleInUnion, answers.monitorsBehaviour) = (true, true)
            sights.scope = Dated(at: sights.now, author: "x", statement: ScopeDecision(answers, reasons: "We watch."))
        },
        Break("G07") { $0.settings.mailboxes[0].legalBasis = nil },
        Break("G08") { $0.processors = try register(ProcessorTests.processor { $0.agreement = nil }) },
        Break("G08") { $0.processors = try register(ProcessorTests.processor { $0.hosts = [] }) },
        Break("G09") { $0.processors = try register(ProcessorTests.processor { $0.country = "IN" }) },
        Break("G10") { $0.impact = nil },
        Break("G10") { sights in
            sights.impact = Dated(
                at: sights.now, author: "x",
                statement: ImpactScreening(
                    criteria: [.sensitive, .largeScale], isListed: false, isExempt: false, reasons: "R"))
        },
        Break("G11", .warn) { $0.law.reviewBy = "2026-01-01" },
    ]

    static let lawfulness: [Break] = [
        Break("L01") { $0.settings.mailboxes[0].legalBasis = "others: legitimate-interest (Art. 6(1) GDPR)" },
        Break("L02") { sights in
            sights.settings.authority = nil
            sights.notices = Language.allCases.map { PrivacyNotice(sights.settings, in: $0) }
        },
        Break("L03") { $0.specimens[0].namesNotice = false },
        Break("L04") { $0.specimens[0].objectsApart = false },
        Break("L05") { $0.figures.unprovenConsents = 1 },
        Break("L06") { $0.purposes = [try purpose(withdrawal: "It is for ever.")] },
        Break("L08", .warn) { sights in
            sights.purposes = [try purpose(withdrawal: nil)]
            sights.settings.controller.country = "US"
        },
        Break("L10") { $0.specimens[0].loads = true },
        Break("L11") { sights in
            sights.columns.append(
                StoredColumn(activity: .tickets, table: "person", column: "rating", protection: "clear", purpose: ""))
        },
    ]

    static let minimisation: [Break] = [
        Break("M01") { $0.settings.mailboxes[0].afterImport = .keep },
        Break("M02") { $0.figures.unexplainedColumns = ["person.shoe_size"] },
        Break("M03") { $0.settings.mailboxes[0].terms = nil },
        Break("M04") { sights in
            sights.retention[sights.settings.mailboxes[0].name]?.ranAt = sights.now.addingTimeInterval(-2 * day)
        },
        Break("M06") { $0.figures.staleExports = 1 },
        Break("M06") { $0.figures.staleQuarantine = 1 },
        Break("M08", .warn) { sights in
            sights.holds = [
                LegalHold(
                    id: try holdID(), person: nil, matter: "", ground: .legalClaims, setAt: sights.now,
                    setBy: "dpo", reviewOn: sights.today)
            ]
        },
    ]

    static let rights: [Break] = [
        Break("R01") { $0.deadlines = [try deadline(days: -60, of: $0)] },
        Break("R01", .warn) { $0.deadlines = [try deadline(days: -29, of: $0)] },
        Break("R05") { $0.figures.roundTrip?.failedAt = .copy },
        Break("R05") { $0.figures.roundTrip?.at = $0.now.addingTimeInterval(-9 * day) },
        Break("R05", .warn) { $0.figures.roundTrip = nil },
        Break("R06") { $0.erasures = [try erasure(.forgotten, days: 8, at: $0.now)] },
        Break("R06") { sights in
            sights.erasures = [try erasure(.done, days: 8, at: sights.now)]
            sights.erasures[0].residue = 1
        },
        Break("R07", .warn) { $0.figures.untoldRecipients = 1 },
        Break("R09") { $0.figures.sentAfterWish = 1 },
        Break("R11") { $0.specimens[0].hasOneClick = false },
        Break("R11") { $0.specimens[0].isComposed = false },
    ]

    static let security: [Break] = [
        Break("S01", .warn) { $0.host.keySource = .file },
        Break("S01", .unknown) { $0.host.keySource = nil },
        Break("S02") { $0.host.keyMode = 0o644 },
        Break("S02") { $0.host.isKeyInState = true },
        Break("S03") { $0.figures.unsealedFields = 1 },
        Break("S04") { $0.figures.roundTrip?.failedAt = .search },
        Break("S05") { $0.figures.hasSecureDelete = false },
        Break("S05") { $0.health.synchronous = 1 },
        Break("S06", .warn) { $0.rotation.waiting = 3 },
        Break("S07") { $0.figures.keylessPeople = 1 },
        Break("S08") { $0.host.backupFolders[.keys] = "/var/backups/desk/keys" },
        Break("S08") { $0.host.backupFolders[.keys] = nil },
        Break("S08", .warn) { $0.host.sharesBackupDisk = true },
        Break("S10") { $0.audit.firstBad = 7 },
        Break("S10", .warn) { $0.anchorMailedAt = nil },
        Break("S12", .warn) { $0.host.isRoot = true },
        Break("S13") { $0.host.openFiles = ["/var/lib/ticketd/desk.db"] },
        Break("S16", .warn) { $0.figures.checkedAt = $0.now.addingTimeInterval(-2 * day) },
        Break("S17") { $0.backups = [] },
        Break("S18", .warn) { $0.host.plainMailboxes = ["support"] },
        Break("S19") { $0.ledger.copies[0].state = .behind },
        Break("S19", .warn) { $0.ledger.copies = [] },
    ]

    static let breaches: [Break] = [
        Break("B01") { $0.breaches.append(try breach(at: $0.now.addingTimeInterval(-4 * day))) },
        Break("B02") { sights in
            sights.breaches.append(try breach(at: sights.now) { $0.state = .closed })
        },
        Break("B03", .warn) { $0.breaches = [] },
        Break("B03", .warn) { $0.settings.authority = nil },
        Break("B04") { sights in
            let now = sights.now
            sights.breaches.append(
                try breach(at: now) {
                    $0.assessments = [
                        BreachAssessment(risk: .high, reasons: "R", score: nil, at: now, by: "dpo")
                    ]
                })
        },
    ]
}
