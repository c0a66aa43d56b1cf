/// What the law says about the data protection officer, in numbers and articles (Art. 37 to 39, and national law).
package struct OfficerLaw: Sendable, Equatable, Decodable {
    /// A country that asks for an officer in more cases (Art. 37(4)).
    package struct National: Sendable, Equatable, Decodable {
        /// Two letters, ISO 3166-1.
        package var country: String
        package var article: String
        /// From so many people on who are constantly busy with automated processing; nil where no number counts.
        package var personsFrom: Int?
        /// Questions whose yes suffices, whatever the number.
        package var whateverTheNumber: [OfficerQuestion]
    }

    /// A duty of every year.
    package struct Task: Sendable, Equatable, Decodable {
        package var code: String
        package var article: String
        package var month: Int
        package var day: Int
        /// By the language's code.
        package var words: [String: String]
    }

    /// When the need is to be thought over again.
    package var reviewMonths: Int
    /// How long before its day a task is reminded of.
    package var remindDaysBefore: Int
    package var national: [National]
    package var tasks: [Task]

    package func national(of country: String) -> National? {
        national.first { $0.country == country.uppercased() }
    }
}
