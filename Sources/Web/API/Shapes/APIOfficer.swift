import Desk
package import Foundation

/// Everything about the data protection officer.
package struct APIOfficer: Codable, Sendable, Equatable {
    package struct Assessment: Codable, Sendable, Equatable {
        package var outcome: String
        package var grounds: [String]
        package var yes: [String]
        package var persons: Int
        package var country: String
        package var reasons: String
        package var contact: String
        package var law: String
        package var at: Date
        package var by: String
        package var review: String
    }

    package struct Appointment: Codable, Sendable, Equatable {
        package var position: String
        package var from: String
        @OrNull package var until: String?
        package var qualification: String
        package var deputy: String
        @OrNull package var toldAuthority: String?
        @OrNull package var published: String?
        package var at: Date
        package var by: String
    }

    package struct Contact: Codable, Sendable, Equatable {
        package var name: String
        package var email: String
        package var phone: String
    }

    package struct Duty: Codable, Sendable, Equatable {
        package var key: String
        package var article: String
        package var words: String
        package var due: String
        @OrNull package var doneOn: String?
        package var note: String
        @OrNull package var reminded: String?
    }

    @OrNull package var assessment: Assessment?
    @OrNull package var appointment: Appointment?
    @OrNull package var contact: Contact?
    package var tasks: [Duty]
    package var open: [String]

    init(_ book: OfficerBook, zone: TimeZone) {
        assessment = book.assessment.map { dated in
            let need = dated.statement
            return Assessment(
                outcome: need.outcome.rawValue, grounds: need.grounds, yes: need.yes.map(\.rawValue),
                persons: need.persons, country: need.country, reasons: need.reasons, contact: need.contact,
                law: need.law, at: dated.at, by: dated.author,
                review: need.review(decided: CalendarDay(dated.at, in: zone)).text)
        }
        appointment = book.appointment.map { dated in
            let who = dated.statement
            return Appointment(
                position: who.position.rawValue, from: who.from, until: who.until, qualification: who.qualification,
                deputy: who.deputy, toldAuthority: who.toldAuthority, published: who.published, at: dated.at,
                by: dated.author)
        }
        contact = book.contact.map { Contact(name: $0.name, email: $0.email, phone: $0.phone) }
        tasks = book.tasks.map { task in
            Duty(
                key: task.key, article: task.article, words: task.words, due: task.due.text, doneOn: task.doneOn?.text,
                note: task.note, reminded: task.reminded?.text)
        }
        open = book.open
    }
}
