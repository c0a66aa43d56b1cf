/// On what ground data are processed, what people are told, and that nothing is decided about them by a program.
extension ComplianceCheck {
    static let lawfulness: [ComplianceCheck] = [l01, l02, l03, l04, l05, l06, l08, l10, l11]

    private static let l01 = ComplianceCheck(
        "L01", "every mailbox has a legal basis, and an interest is named", "5(1)(a), 6", .higher,
        remedy: "state legal_basis in ticketd.toml, then ticketd config check"
    ) { sights in
        let open = sights.settings.mailboxes.compactMap { mailbox -> String? in
            guard let basis = mailbox.legalBasis else { return "mailbox \(mailbox.name.value) states none" }
            let namesInterest = !basis.contains("legitimate-interest") || basis.contains("interest: ")
            return namesInterest ? nil : "mailbox \(mailbox.name.value) names no interest (Art. 6(1)(f))"
        }
        return .none(of: open, else: "\(sights.settings.mailboxes.count) mailboxes, each with a basis")
    }

    private static let l02 = ComplianceCheck(
        "L02", "the notice says everything Art. 13 and 14 list", "12-14", .higher,
        remedy: "fill what /privacy shows as not stated: [controller], [dpo], [authority], each mailbox"
    ) { sights in
        let open = sights.notices.flatMap { notice -> [String] in
            let missing = Phrase.noticeMissing.text(in: notice.language)
            return notice.sections.filter { section in
                section.paragraphs.isEmpty || section.paragraphs.contains { $0.hasSuffix(missing) }
            }.map { "\(notice.language.rawValue): \($0.title)" }
        }
        let versions = sights.notices.map { "\($0.language.rawValue) \($0.version)" }.joined(separator: ", ")
        return .none(of: open, else: "versions \(versions)")
    }

    private static let l03 = ComplianceCheck(
        "L03", "the first mail to anybody names the notice", "13", .higher,
        remedy: "set service.public_url, then ticketd config check"
    ) { sights in
        .none(
            of: sights.specimens.filter { !$0.namesNotice }.map { "mail of \($0.mailbox.value) does not" },
            else: "\(sights.specimens.count) mails were composed and read back")
    }

    private static let l04 = ComplianceCheck(
        "L04", "the right to object stands apart, in the notice and the first mail", "21(4)", .higher,
        remedy: "set controller.email; if it stays so, report a fault of ticketd"
    ) { sights in
        let notices = sights.notices.filter { notice in
            let title = Phrase.noticeObject.text(in: notice.language, ["service": sights.settings.serviceName])
            return notice.sections.first { $0.title == title }?.paragraphs.first?.isEmpty ?? true
        }
        return .none(
            of: notices.map { "the notice in \($0.language.rawValue) has no section for it" }
                + sights.specimens.filter { !$0.objectsApart }.map { "mail of \($0.mailbox.value) hides it" },
            else: "a section of \(sights.notices.count) notices, a paragraph of \(sights.specimens.count) mails")
    }

    private static let l05 = ComplianceCheck(
        "L05", "no consent counts without its words and the act", "7(1)", .higher,
        remedy: "ticketd consents list -; ask those people anew"
    ) { sights in
        .zero(sights.figures.unprovenConsents, "consents that count without proof")
    }

    private static let l06 = ComplianceCheck(
        "L06", "no text that asks for consent presumes or bundles it", "4(11), 7", .higher,
        remedy: "ticketd consents purposes add CODE with words the message suggests"
    ) { sights in
        let open = sights.purposes.filter(\.isOpen).flatMap { purpose in
            Language.allCases.compactMap { purpose.newest(in: $0) }.flatMap { text in
                ConsentLint.problems(
                    ofPurpose: ConsentPurposeDraft.Text(
                        language: text.version.language, title: text.title, text: text.text,
                        withdrawal: text.withdrawal)
                ).map { "\(purpose.code.value): \($0)" }
            }
        }
        return .none(of: open, else: "\(sights.purposes.count(where: \.isOpen)) purposes were looked at")
    }

    private static let l08 = ComplianceCheck(
        "L08", "where children are asked, the age of their country is known", "8", .lower,
        remedy: "set controller.country to two letters of ISO 3166-1"
    ) { sights in
        let count = sights.purposes.count { $0.isOpen && $0.isForChildren }
        guard count > 0 else { return .notApplicable("no purpose is offered to children") }
        let country = sights.settings.controller.country
        return EuropeanEconomicArea.contains(country)
            ? .pass("\(count) purposes, by the age of \(country)")
            : .warn("\(count) purposes, and 16 is asked for because no age of \(country) is known")
    }

    private static let l10 = ComplianceCheck(
        "L10", "no mail holds anything a reader's program would load", "5(1)(c), ePrivacy 5(3)", .higher,
        remedy: "none by configuration: report a fault of ticketd"
    ) { sights in
        .none(
            of: sights.specimens.filter(\.loads).map { "mail of \($0.mailbox.value) does" },
            else: "\(sights.specimens.count) mails were composed and read back: no picture, style or script")
    }

    private static let l11 = ComplianceCheck(
        "L11", "profiling and automated decisions", "22", .higher,
        remedy: "none by configuration: report a fault of ticketd"
    ) { sights in
        let telling = ["score", "rating", "segment", "prediction", "propensity", "sentiment", "behaviour", "churn"]
        let found = sights.columns.filter { column in
            telling.contains { word in column.column.lowercased().contains(word) }
        }
        return .none(
            of: found.map { "\($0.table).\($0.column) looks like one" },
            else: "none: no column judges a person (\(sights.columns.count) looked at); proved by the test "
                + "“there is no profiling, and a column that would be one is found”")
    }
}
