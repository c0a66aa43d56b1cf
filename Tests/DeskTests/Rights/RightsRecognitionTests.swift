import Testing

@testable import Desk

/// A mail that may be a request is seen as one, whatever the language; an ordinary mail is not.
struct RightsRecognitionTests {
    struct Mail: Sendable, CustomTestStringConvertible {
        let text: String
        let right: RightsRequest.Right?
        var testDescription: String { text }

        init(_ text: String, _ right: RightsRequest.Right?) {
            self.text = text
            self.right = right
        }
    }

    static let requests = [
        Mail("Hi, please DELETE my data from your systems. Thanks", .erasure),
        Mail("Bitte löschen Sie meine Daten nach Art. 17 DSGVO.", .erasure),
        Mail("Je vous prie d’effacer mes données. C'est mon droit à l’oubli.", .erasure),
        Mail("Quiero borrar mis datos personales.", .erasure), Mail("Vorrei cancellare i miei dati.", .erasure),
        Mail("Graag mijn gegevens verwijderen.", .erasure), Mail("Peço para apagar os meus dados.", .erasure),
        Mail("Proszę o usunięcie moich danych.", .erasure), Mail("Vänligen radera mina personuppgifter.", .erasure),
        Mail("Jeg vil gerne have jer til at slette mine oplysninger.", .erasure),
        Mail("Vennligst slett mine personopplysninger.", .erasure),
        Mail("Poistakaa tietoni rekisteristänne.", .erasure),
        Mail("Žádám o výmaz osobních údajů.", .erasure), Mail("Прошу удалить мои данные.", .erasure),
        Mail("私の個人情報を削除してください。", .erasure), Mail("请删除我的数据。", .erasure),
        Mail("This is a Subject Access Request.", .access),
        Mail("Ich bitte um Auskunft gemäß Art. 15 DS-GVO.", .access),
        Mail("Je souhaite exercer mon droit d'accès.", .access), Mail("Begär registerutdrag.", .access),
        Mail("Under Article 15 of the GDPR I want it all.", .access),
        Mail("Ich widerrufe meine Einwilligung.", .withdrawal),
        Mail("I object to the processing of my data.", .objection),
        Mail("Please correct my personal data: I moved.", .rectification),
        Mail("I ask for restriction of processing under GDPR.", .restriction),
        Mail("Ich verlange Datenübertragbarkeit.", .portability),
        // Broken over two lines, as mail programs do.
        Mail("please delete\n my\n data", .erasure),
    ]

    static let others = [
        Mail("How do I descale the machine?", nil), Mail("Is your product GDPR compliant?", nil),
        Mail("Article 15 in your catalogue is sold out.", nil), Mail("Die Löschtaste klemmt.", nil), Mail("", nil),
        Mail("Ich bitte um Auskunft über die Lieferzeit und meine Bestellung.", nil),
        Mail("Bitte löschen Sie meine Bestellung von gestern.", nil),
    ]

    @Test(arguments: requests + others) func `a request is recognised, and an ordinary mail is none`(mail: Mail) {
        #expect(RightsRecognition.right(subject: "Hello", text: mail.text) == mail.right)
        #expect(RightsRecognition.right(subject: mail.text, text: "") == mail.right)
    }
}
