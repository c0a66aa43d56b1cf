import Desk

/// `POST /api/v1/dpo/assessment`: the answers, each a no unless it is given, and the reasons.
package struct OfficerAssessmentBody: StrictBody {
    package var reasons: String
    package var yes: [String]
    package var persons: Int
    package var voluntary: Bool?
    package var contact: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case reasons, yes, persons, voluntary, contact
    }

    package init(reasons: String, yes: [String], persons: Int, voluntary: Bool, contact: String) {
        self.reasons = reasons
        self.yes = yes
        self.persons = persons
        self.voluntary = voluntary
        self.contact = contact
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        reasons = try container.decode(String.self, forKey: .reasons)
        yes = try container.decode([String].self, forKey: .yes)
        persons = try container.decode(Int.self, forKey: .persons)
        voluntary = try container.decodeIfPresent(Bool.self, forKey: .voluntary)
        contact = try container.decodeIfPresent(String.self, forKey: .contact)
    }

    func questions() throws(APIFailure) -> [OfficerQuestion] {
        var questions: [OfficerQuestion] = []
        for word in yes {
            guard let question = OfficerQuestion(rawValue: word) else {
                throw .invalid("yes", "some of \(OfficerQuestion.allCases.map(\.rawValue).joined(separator: ", "))")
            }
            questions.append(question)
        }
        return questions
    }
}

/// `POST /api/v1/dpo/appointment`.
package struct OfficerAppointmentBody: StrictBody {
    package var position: String
    package var from: String
    package var until: String?
    package var qualification: String
    package var deputy: String?
    package var toldAuthority: String?
    package var published: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case position, from, until, qualification, deputy, toldAuthority, published
    }

    package init(
        position: String, from: String, until: String?, qualification: String, deputy: String?,
        toldAuthority: String?, published: String?
    ) {
        self.position = position
        self.from = from
        self.until = until
        self.qualification = qualification
        self.deputy = deputy
        self.toldAuthority = toldAuthority
        self.published = published
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        position = try container.decode(String.self, forKey: .position)
        from = try container.decode(String.self, forKey: .from)
        until = try container.decodeIfPresent(String.self, forKey: .until)
        qualification = try container.decode(String.self, forKey: .qualification)
        deputy = try container.decodeIfPresent(String.self, forKey: .deputy)
        toldAuthority = try container.decodeIfPresent(String.self, forKey: .toldAuthority)
        published = try container.decodeIfPresent(String.self, forKey: .published)
    }

    func appointment() throws(APIFailure) -> OfficerAppointment {
        guard let position = OfficerAppointment.Position(rawValue: position) else {
            throw .invalid("position", "internal or external")
        }
        return OfficerAppointment(
            position: position, from: from, until: until, qualification: qualification, deputy: deputy ?? "",
            toldAuthority: toldAuthority, published: published)
    }
}

/// `POST /api/v1/dpo/tasks`, and below one task: its words, and the day where there is one.
package struct OfficerTaskBody: StrictBody {
    package var words: String
    package var due: String?
    package var article: String?

    enum CodingKeys: String, CodingKey, CaseIterable {
        case words, due, article
    }

    package init(words: String, due: String? = nil, article: String? = nil) {
        self.words = words
        self.due = due
        self.article = article
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        words = try container.decode(String.self, forKey: .words)
        due = try container.decodeIfPresent(String.self, forKey: .due)
        article = try container.decodeIfPresent(String.self, forKey: .article)
    }

    func day() throws(APIFailure) -> CalendarDay {
        guard let day = due.flatMap({ CalendarDay(text: $0) }) else {
            throw .invalid("due", "a day such as 2026-03-05")
        }
        return day
    }
}
