import Mail

/// Who answers for the processing, and the documents that say so.
extension ComplianceCheck {
    static let governance: [ComplianceCheck] = [g01, g02, g03, g04, g06, g07, g08, g09, g10, g11]

    private static let g01 = ComplianceCheck(
        "G01", "somebody decided whether the GDPR applies, within a year", "3, 5(2), 24", .higher,
        remedy: "ticketd scope decide"
    ) { sights in
        guard let scope = sights.scope else { return .warn("no decision is kept") }
        let review = scope.statement.review(
            decided: CalendarDay(scope.at, in: ControllerPlace.zone(ofCountry: sights.settings.controller.country)))
        let words = "\(scope.statement.outcome.rawValue), to be asked again on \(review.text)"
        return review < sights.today ? .warn(words) : .pass(words)
    }

    private static let g02 = ComplianceCheck(
        "G02", "the controller is named with address, mail and country", "13(1)(a), 30(1)(a)", .higher,
        remedy: "fill [controller] in ticketd.toml, then ticketd config check"
    ) { sights in
        let controller = sights.settings.controller
        let parts = [
            ("name", controller.name), ("address", controller.address), ("email", controller.email),
            ("country", controller.country),
        ]
        return .none(of: parts.filter { $0.1.isEmpty }.map { "controller.\($0.0) is empty" }, else: "all four are")
    }

    private static let g03 = ComplianceCheck(
        "G03", "a data protection officer is named with a way to reach them", "37(1), 37(7)", .lower,
        remedy: "fill [dpo] in ticketd.toml, then ticketd config check"
    ) { sights in
        guard let officer = sights.settings.dataProtectionOfficer else {
            return .fail("[dpo] is empty, and nothing here says that none is needed")
        }
        if officer.name.isEmpty { return .fail("dpo.name is empty") }
        return sights.settings.officerAddress == nil ? .fail("dpo.email is no address") : .pass("named, with mail")
    }

    private static let g04 = ComplianceCheck(
        "G04", "the officer is no administrator, and no token is both", "38(3), 38(6)", .lower,
        remedy: "ticketd agents list; give the officer the role dpo alone, and revoke the token"
    ) { sights in
        let officer = sights.settings.officerAddress?.normalized
        let admins = sights.agents.filter { agent in
            !agent.isDisabled && agent.role == .admin && officer != nil && agent.address?.normalized == officer
        }
        let tokens = sights.tokens.filter { token in
            token.principal(at: sights.now) != nil && token.scopes.isSuperset(of: [.admin, .dpo])
        }
        return .none(
            of: admins.map { "agent \($0.id.hex) is an administrator and has the officer's address" }
                + tokens.map { "token \($0.id.hex) is both admin and dpo" },
            else: "\(sights.agents.count { $0.role == .dpo && !$0.isDisabled }) agents with the role dpo alone")
    }

    private static let g06 = ComplianceCheck(
        "G06", "a representative in the Union, where one is needed", "27", .lower,
        remedy: "ticketd scope decide --representative NAME-AND-ADDRESS"
    ) { sights in
        guard let scope = sights.scope?.statement else { return .unknown("the scope is not decided (G01)") }
        guard scope.needsRepresentative else { return .notApplicable("not needed by \(scope.outcome.rawValue)") }
        return scope.answers.representative.isEmpty ? .fail("needed, and none is named") : .pass("named")
    }

    private static let g07 = ComplianceCheck(
        "G07", "the record of processing is whole", "30", .lower,
        remedy: "ticketd records; answer legal_basis and retention of each mailbox"
    ) { sights in
        let mailboxes = sights.settings.mailboxes.flatMap { mailbox -> [String] in
            let name = mailbox.name.value
            return [
                mailbox.legalBasis == nil ? "mailbox \(name) states no legal basis" : nil,
                mailbox.retention == nil ? "mailbox \(name) states no period" : nil,
            ].compactMap { $0 }
        }
        let unexplained = sights.figures.unexplainedColumns.map { "\($0) belongs to no activity" }
        return .none(of: mailboxes + unexplained, else: "\(sights.columns.count) columns, each below an activity")
    }

    private static let g08 = ComplianceCheck(
        "G08", "every server has a processor, and every processor a contract", "28", .lower,
        remedy: "ticketd processors add NAME --hosts HOST… --agreement DAY --terms a b c …"
    ) { sights in
        let open = sights.processors.current.map(\.statement).flatMap { processor in
            processor.open(on: sights.today).filter { $0 != processor.openTransfer }.map {
                "\(processor.name): \($0)"
            }
        }
        let unnamed = sights.processors.unnamedHosts.map { "\($0) belongs to no processor" }
        return .none(of: unnamed + open, else: "\(sights.processors.current.count) processors, nothing open")
    }

    private static let g09 = ComplianceCheck(
        "G09", "no data leave the area without a ground", "44-49", .higher,
        remedy: "ticketd processors add NAME --transfer adequacy|scc|bcr"
    ) { sights in
        let open = sights.processors.current.map(\.statement).compactMap { processor in
            processor.openTransfer.map { "\(processor.name): \($0)" }
        }
        return .none(of: open, else: "as of the decisions of \(EuropeanEconomicArea.adequacyAsOf)")
    }

    private static let g10 = ComplianceCheck(
        "G10", "it was asked whether an impact assessment is needed, and it was made", "35", .lower,
        remedy: "ticketd dpia screen; where needed ticketd dpia draft, then ticketd dpia record"
    ) { sights in
        guard let impact = sights.impact?.statement else { return .fail("nobody has asked") }
        guard impact.needsAssessment else {
            return .pass("not needed by \(impact.criteria.count) of 9 criteria")
        }
        guard let made = impact.assessment else {
            return .fail("needed by \(impact.criteria.count) of 9 criteria, and none is recorded")
        }
        guard !made.isResidualHigh || made.consultedOn != nil else {
            return .fail("a high risk remains and the authority was not consulted (Art. 36)")
        }
        return .pass("made on \(made.on)")
    }

    private static let g11 = ComplianceCheck(
        "G11", "somebody has looked whether the law profile still holds", "5(2), 24", .higher,
        remedy: "install a newer ticketd, which brings the law of its day"
    ) { sights in
        guard let day = CalendarDay(text: sights.law.reviewBy) else { return .unknown("the day cannot be read") }
        let words = "\(sights.law.name), to be looked at by \(day.text)"
        return day < sights.today ? .warn(words) : .pass(words)
    }
}
