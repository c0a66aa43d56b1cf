import Desk
import Foundation

/// The checks of the installation, the round trip, and the bundle of evidence.
extension APIRoutes {
    var complianceRoutes: [Route] {
        [
            route("GET", "/compliance") { (request) async throws(APIFailure) in
                let query = try request.query(["format", "turnover"])
                let format = query["format"] ?? "json"
                guard ["json", "html"].contains(format) else { throw .invalid("format", "json or html") }
                let ceiling = try Self.ceiling(query["turnover"])
                let report = try await asking(about: "the checks") { () async throws(DeskRefusal) in
                    try await desk.checkCompliance(as: request.principal)
                }
                let shape = APICompliance(report, ceiling: ceiling)
                return format == "html"
                    ? .html(200, Pages().compliance(shape)) : APICoding.response(200, shape)
            },
            route("POST", "/compliance/round-trip") { (request) async throws(APIFailure) in
                let trip = try await asking(about: "the round trip") { () async throws(DeskRefusal) in
                    try await desk.goRound(as: request.principal)
                }
                return APICoding.response(200, APIRoundTrip(trip))
            },
            route("GET", "/compliance/evidence") { (request) async throws(APIFailure) in
                _ = try request.query([])
                return try await evidence(request)
            },
        ]
    }

    private static func ceiling(_ text: String?) throws(APIFailure) -> FineCeiling? {
        guard let text else { return nil }
        guard let euro = Int64(text), let ceiling = FineCeiling(turnover: euro) else {
            throw .invalid("turnover", "the worldwide annual turnover of the undertaking, in whole euro")
        }
        return ceiling
    }

    private func evidence(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let parts = try await asking(about: "the evidence") { () async throws(DeskRefusal) in
            try await desk.evidence(as: request.principal)
        }
        let files = try EvidenceFiles(parts, today: CalendarDay(desk.world.now(), in: zone), pages: Pages()).all()
        let bundle = try await asking(about: "the evidence") { () async throws(DeskRefusal) in
            try await desk.bundle(files, as: request.principal)
        }
        return Download.response(
            filename: "evidence-\(DayText.of(parts.report.at)).zip", mediaType: "application/zip", bytes: bundle)
    }

    private var zone: TimeZone {
        ControllerPlace.zone(ofCountry: desk.settings.value.controller.country)
    }
}
