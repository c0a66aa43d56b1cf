import Desk

/// Pages of erasing and restricting.
extension Pages {
    func portalErasure(
        _ erasure: PortalErasure, _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        let say = { (phrase: Phrase, parts: [String: String]) in
            phrase.text(in: language, parts.merging(["service": settings.serviceName]) { $1 })
        }
        var values: [String: Any] = ["title": say(.portalErasureTitle, [:])]
        switch erasure {
        case .possible(let counts):
            let parts = [
                "messages": "\(counts.messages)", "attachments": "\(counts.attachments)",
                "delay": Self.hours(settings.erasure.delay),
            ]
            values["paragraphs"] = [say(.portalErasureWhat, parts), say(.portalErasureWaits, parts)]
            values["action"] = "erasure"
            values["sure"] = say(.portalErasureSure, [:])
            values["button"] = say(.portalErasureButton, [:])
            values["small"] = say(.portalErasureStays, [:])
        case .waiting(let waiting):
            let parts = ["day": DayText.of(waiting.askedAt), "until": MinuteText.of(waiting.notBefore)]
            let phrase: Phrase = waiting.state == .waiting ? .portalErasureUntil : .portalErasureHeld
            values["paragraphs"] = [say(phrase, parts)]
            values["action"] = "erasure/withdrawal"
            values["button"] = say(.portalErasureBack, [:])
        case .sharedAddress:
            values["paragraphs"] = [say(.portalErasureShared, ["controller": settings.controller.email])]
        }
        return renderPortal("portal-erasure", values, visit, settings, depth: 1)
    }

    func portalRestriction(
        _ standing: [Restriction], _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        let values: [String: Any] = [
            "title": Phrase.portalRestrictionTitle.text(in: language),
            "intro": Phrase.portalRestrictionIntro.text(in: language),
            "hasStanding": !standing.isEmpty,
            "standing": standing.map { one -> [String: String] in
                [
                    "name": Phrase.ground(one.ground).text(in: language),
                    "since": Phrase.portalRestrictionSince.text(in: language, ["day": DayText.of(one.since)]),
                ]
            },
            "kind": Phrase.portalRestrictionKind.text(in: language),
            "grounds": PortalRooms.grounds.map { ground -> [String: String] in
                ["value": ground.rawValue, "name": Phrase.ground(ground).text(in: language)]
            },
            "words": Phrase.portalRestrictionWords.text(in: language),
            "button": Phrase.portalRestrictionButton.text(in: language),
            "note": Phrase.portalRestrictionNote.text(in: language),
        ]
        return renderPortal("portal-restriction", values, visit, settings, depth: 1)
    }

    private static func hours(_ delay: Duration) -> String {
        "\((delay.components.seconds + 3599) / 3600)"
    }
}

extension Phrase {
    fileprivate static func ground(_ ground: Restriction.Ground) -> Phrase {
        switch ground {
        case .accuracy: .portalGroundAccuracy
        case .unlawful: .portalGroundUnlawful
        case .claims: .portalGroundClaims
        case .objection: .portalGroundObjection
        case .hold: .portalGroundHold
        case .erasure: .portalGroundErasure
        }
    }
}
