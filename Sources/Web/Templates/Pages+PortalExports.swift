import Desk
import Foundation

/// The page of copies.
extension Pages {
    func portalExports(
        _ found: PortalExports, _ visit: PortalRooms.Visit, _ settings: DeskSettings, now: Date
    ) -> String {
        let language = visit.language
        let say = { (phrase: Phrase) in phrase.text(in: language, ["service": settings.serviceName]) }
        let copies = found.exports.map { export -> [String: Any] in
            let name = say(.copy(export.kind))
            return [
                "name": name, "how": Self.how(export, in: language, now: now), "id": export.id.hex,
                "ready": export.isOpenable(at: now), "fetch": say(.portalExportFetch), "end": say(.portalExportEnd),
                "endThis": Phrase.portalExportEndThis.text(
                    in: language, ["copy": name, "day": DayText.of(export.askedAt)]),
            ]
        }
        var values: [String: Any] = [
            "title": say(.portalExportsTitle), "hasCopies": !copies.isEmpty, "copies": copies,
            "copiesTitle": say(.portalExportsThere), "warning": say(.portalExportWarning),
        ]
        if found.isSharedAddress {
            values["shared"] = Phrase.portalErasureShared.text(
                in: language, ["controller": settings.controller.email])
        } else {
            let kinds = Export.Kind.allCases.filter { kind in
                !found.exports.contains {
                    $0.kind == kind && $0.isOwn && ($0.state == .planned || $0.isOpenable(at: now))
                }
            }
            values["hasKinds"] = !kinds.isEmpty
            values["intro"] = say(.portalExportsIntro)
            values["kinds"] = kinds.map { kind -> [String: String] in
                [
                    "value": kind.rawValue, "name": say(.copy(kind)),
                    "about": say(kind == .access ? .portalExportAccess : .portalExportPortability),
                    "button": say(kind == .access ? .portalExportAccessButton : .portalExportPortabilityButton),
                ]
            }
        }
        return renderPortal("portal-exports", values, visit, settings, depth: 1)
    }

    private static func how(_ export: Export, in language: Language, now: Date) -> String {
        let asked = DayText.of(export.askedAt)
        switch export.state {
        case .planned: return Phrase.portalExportPlanned.text(in: language, ["day": asked])
        case .ready where export.isOpenable(at: now):
            return Phrase.portalExportReady.text(
                in: language,
                [
                    "day": asked, "until": export.expiresAt.map(MinuteText.of) ?? "",
                    "size": ByteSizes.text(export.contents?.bytes ?? 0),
                ])
        case .ready, .shredding, .gone: return Phrase.portalExportGone.text(in: language, ["day": asked])
        }
    }
}

extension Phrase {
    /// What a copy is called.
    fileprivate static func copy(_ kind: Export.Kind) -> Phrase {
        switch kind {
        case .access: .rightAccess
        case .portability: .rightPortability
        }
    }
}
