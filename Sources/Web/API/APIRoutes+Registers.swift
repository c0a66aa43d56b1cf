import Desk
import Foundation

/// The registers behind the documents, and the record of Art. 30 made of them.
extension APIRoutes {
    var registerRoutes: [Route] {
        [
            route("GET", "/records") { (request) async throws(APIFailure) in try await record(request) },
            route("GET", "/processors") { (request) async throws(APIFailure) in
                _ = try request.query([])
                return APICoding.response(200, try await processors(request))
            },
            route("POST", "/processors") { (request) async throws(APIFailure) in
                let body = try request.body(ProcessorBody.self)
                let processor = try body.processor()
                try await asking(about: "the processor") { () async throws(DeskRefusal) in
                    try await desk.state(processor, as: request.principal)
                }
                return APICoding.response(201, try await processors(request))
            },
            route("GET", "/scope") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let decision = try await asking(about: "the scope") { () async throws(DeskRefusal) in
                    try await desk.scope(as: request.principal)
                }
                return APICoding.response(200, APIScope(decision, zone: zone))
            },
            route("POST", "/scope") { (request) async throws(APIFailure) in
                let body = try request.body(ScopeBody.self)
                let answers = try body.answers()
                let decision = try await asking(about: "the scope") { () async throws(DeskRefusal) in
                    try await desk.decideScope(answers, reasons: body.reasons, as: request.principal)
                }
                return APICoding.response(201, APIScope(decision, zone: zone))
            },
        ]
    }

    private func record(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let query = try request.query(["format"])
        let format = query["format"] ?? "json"
        guard ["json", "csv", "html"].contains(format) else { throw .invalid("format", "json, csv or html") }
        let record = try await asking(about: "the record of processing") { () async throws(DeskRefusal) in
            try await desk.processingRecord(as: request.principal)
        }
        switch format {
        case "csv": return .text(200, RecordTable(record).csv, contentType: "text/csv; charset=utf-8")
        case "html": return .html(200, Pages().record(record))
        default: return APICoding.response(200, APIRecord(record))
        }
    }

    private func processors(_ request: APIRequest) async throws(APIFailure) -> APIProcessors {
        let register = try await asking(about: "the processors") { () async throws(DeskRefusal) in
            try await desk.processors(as: request.principal)
        }
        return APIProcessors(register, today: CalendarDay(desk.world.now(), in: zone))
    }

    private var zone: TimeZone {
        ControllerPlace.zone(ofCountry: desk.settings.value.controller.country)
    }
}
