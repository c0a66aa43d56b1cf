import Desk
import Mail

/// The first page of somebody who is signed in.
extension Pages {
    func portalHome(_ home: PortalHome, _ visit: PortalRooms.Visit, _ settings: DeskSettings) -> String {
        let language = visit.language
        let overview = home.overview
        let say = { (phrase: Phrase) in phrase.text(in: language, ["service": settings.serviceName]) }
        let figures: [(Phrase, Int)] = [
            (.portalConversations, overview.conversations), (.portalMessages, overview.messages),
            (.portalAnswers, overview.answers), (.portalFiles, overview.attachments),
            (.portalHandedOn, overview.disclosures),
        ]
        let requests = home.requests.map { request -> [String: Any] in
            [
                "what": Self.what(request, in: language), "how": Self.standing(request, in: language),
                "open": request.isOpen, "id": request.id.hex,
                "takeBackThis": Phrase.portalTakeBackThis.text(in: language, ["reference": request.reference]),
            ]
        }
        let values: [String: Any] = [
            "title": say(.portalTitle), "who": Self.who(overview, in: language),
            "figures": figures.map { ["name": say($0), "value": "\($1)"] }, "hasRequests": !requests.isEmpty,
            "requestsTitle": say(.portalRequests), "requests": requests, "takeBack": say(.portalTakeBack),
            "roomsTitle": say(.portalRooms),
            "rooms": Self.rooms.map { room -> [String: String] in
                ["path": room.path, "name": say(room.name), "about": say(room.about)]
            },
            "end": say(.portalHomeEnd),
        ]
        return renderPortal("portal-home", values, visit, settings, depth: 0, goesBack: false)
    }

    /// A page with the bar above it.
    func renderPortal(
        _ template: String, _ values: [String: Any], _ visit: PortalRooms.Visit, _ settings: DeskSettings, depth: Int,
        goesBack: Bool = true
    ) -> String {
        var values = values
        values["key"] = visit.formKey
        values["signOut"] = Phrase.portalSignOut.text(in: visit.language)
        if goesBack { values["back"] = Phrase.portalBack.text(in: visit.language) }
        return render(
            template, values, language: visit.language, service: settings.serviceName, depth: depth, isWide: true)
    }

    /// What there is to do. Each has a verb of the desk behind it.
    private static let rooms: [(path: String, name: Phrase, about: Phrase)] = [
        ("conversations", .portalConversations, .portalConversationsAbout),
        ("exports", .portalExportsTitle, .portalExportsAbout),
        ("mail", .portalMailTitle, .portalMailAbout),
        ("consents", .portalConsentsTitle, .portalConsentsAbout),
        ("name", .portalNameTitle, .portalNameAbout),
        ("objection", .portalObjectionTitle, .portalObjectionAbout),
        ("restriction", .portalRestrictionTitle, .portalRestrictionAbout),
        ("requests", .portalAskTitle, .portalAskAbout),
        ("erasure", .portalErasureTitle, .portalErasureAbout),
    ]

    private static func who(_ overview: PortalOverview, in language: Language) -> String {
        let named = [overview.name, overview.address?.text].compactMap { $0 }.joined(separator: ", ")
        return Phrase.portalWho.text(in: language, ["who": named, "day": DayText.of(overview.firstSeenAt)])
    }

    /// "Access (Art. 15), reference ABCDEFGH".
    static func what(_ request: RightsRequest, in language: Language) -> String {
        Phrase.portalRequest.text(
            in: language,
            [
                "right": Phrase.right(request.right).text(in: language), "article": request.right.article,
                "reference": request.reference,
            ])
    }

    static func standing(_ request: RightsRequest, in language: Language) -> String {
        let phrase: Phrase =
            switch (request.decision, request.state) {
            case (.fulfilled?, _): .portalRequestDone
            case (.partly?, _): .portalRequestPartly
            case (.refused?, _), (.notIdentified?, _), (.notARequest?, _): .portalRequestRefused
            case (.withdrawn?, _): .portalRequestWithdrawn
            case (nil, .suspended): .portalRequestWaits
            case (nil, _): .portalRequestOpen
            }
        return phrase.text(
            in: language,
            [
                "received": request.clock.receivedOn.text, "due": request.clock.dueDay.text,
                "decided": request.decidedAt.map(DayText.of) ?? "",
            ])
    }
}

extension Phrase {
    /// What a right is called.
    static func right(_ right: RightsRequest.Right) -> Phrase {
        switch right {
        case .access: .rightAccess
        case .rectification: .rightRectification
        case .erasure: .rightErasure
        case .restriction: .rightRestriction
        case .portability: .rightPortability
        case .objection: .rightObjection
        case .marketingObjection: .rightMarketingObjection
        case .withdrawal: .rightWithdrawal
        case .automatedDecision: .rightAutomatedDecision
        case .complaint: .rightComplaint
        case .information: .rightInformation
        }
    }
}
