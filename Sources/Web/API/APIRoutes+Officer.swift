import Desk
import Foundation

/// The data protection officer's desk: need, appointment, tasks of the year.
extension APIRoutes {
    var officerRoutes: [Route] {
        [
            route("GET", "/dpo") { (request) async throws(APIFailure) in
                let query = try request.query(["format"])
                let format = query["format"] ?? "json"
                guard ["json", "html"].contains(format) else { throw .invalid("format", "json or html") }
                let book = try await officer { () async throws(DeskRefusal) in
                    try await desk.officerBook(as: request.principal)
                }
                guard format == "html" else { return APICoding.response(200, APIOfficer(book, zone: officerZone)) }
                return .html(200, Pages().officer(book, desk.settings.value, zone: officerZone))
            },
            route("POST", "/dpo/assessment") { (request) async throws(APIFailure) in
                let body = try request.body(OfficerAssessmentBody.self)
                let questions = try body.questions()
                return try await answer { () async throws(DeskRefusal) in
                    try await desk.assessOfficer(
                        yes: questions, persons: body.persons, isVoluntary: body.voluntary ?? false,
                        contact: body.contact ?? "", reasons: body.reasons, as: request.principal)
                }
            },
            route("POST", "/dpo/appointment") { (request) async throws(APIFailure) in
                let appointment = try request.body(OfficerAppointmentBody.self).appointment()
                return try await answer { () async throws(DeskRefusal) in
                    try await desk.appointOfficer(appointment, as: request.principal)
                }
            },
            route("POST", "/dpo/tasks") { (request) async throws(APIFailure) in
                let body = try request.body(OfficerTaskBody.self)
                let due = try body.day()
                return try await answer { () async throws(DeskRefusal) in
                    try await desk.addOfficerTask(
                        body.words, article: body.article ?? "39(1)", due: due, as: request.principal)
                }
            },
            route("POST", "/dpo/tasks/{task}/done") { (request) async throws(APIFailure) in
                let (key, body) = (request.request.parameters["task"] ?? "", try request.body(OfficerTaskBody.self))
                return try await answer { () async throws(DeskRefusal) in
                    try await desk.finishOfficerTask(key, note: body.words, as: request.principal)
                }
            },
            route("POST", "/dpo/tasks/{task}/due") { (request) async throws(APIFailure) in
                let (key, body) = (request.request.parameters["task"] ?? "", try request.body(OfficerTaskBody.self))
                let due = try body.day()
                return try await answer { () async throws(DeskRefusal) in
                    try await desk.moveOfficerTask(key, to: due, reasons: body.words, as: request.principal)
                }
            },
        ]
    }

    private func answer(
        _ question: () async throws(DeskRefusal) -> OfficerBook
    ) async throws(APIFailure) -> WebResponse {
        APICoding.response(201, APIOfficer(try await officer(question), zone: officerZone))
    }

    private func officer(
        _ question: () async throws(DeskRefusal) -> OfficerBook
    ) async throws(APIFailure) -> OfficerBook {
        try await asking(about: "the data protection officer", question)
    }

    private var officerZone: TimeZone {
        ControllerPlace.zone(ofCountry: desk.settings.value.controller.country)
    }
}
