import Foundation

/// A mail about a request, of class M0: the law requires it, so an unsubscribe does not hold it back (gdpr.md A7.1).
///
/// It goes to the address on file and nowhere else, whatever address a request names (gdpr.md A5.3).
package enum RightsLetter: Sendable, Equatable {
    /// We have it, it is called so, and you hear from us by then.
    case acknowledgement
    /// We need something before we can go on; the clock stands still.
    case question(String)
    /// Art. 12(3): two more months, with reasons.
    case extensionNotice
    /// Art. 12(3), (4): what became of it. A refusal names the authority and the courts.
    case decision(text: String?)
    /// The same, when a copy is the answer: a second mail brings the link to it, which no ticket ever holds.
    case copy(text: String?)

    /// What the mail says. The wording of the request is not repeated: it may have come from somebody else.
    func text(of request: RightsRequest, settings: DeskSettings, language: Language) -> String {
        let values = [
            "reference": request.reference, "article": request.right.article,
            "received": request.clock.receivedOn.text, "due": request.clock.dueDay.text,
            "controller": settings.controller.name,
        ]
        var paragraphs = [Phrase.rightsGreeting.text(in: language, values)]
        switch self {
        case .acknowledgement:
            paragraphs.append(Phrase.rightsAcknowledgement.text(in: language, values))
            paragraphs.append(
                (request.right.needsProof && !request.identity.isProved
                    ? Phrase.rightsIdentityOpen : .rightsIdentityNotNeeded).text(in: language, values))
        case .question(let question):
            paragraphs += [Phrase.rightsQuestion.text(in: language, values), question]
        case .extensionNotice:
            paragraphs += [Phrase.rightsExtension.text(in: language, values), request.extensionReason ?? ""]
        case .decision(let text), .copy(let text):
            paragraphs += Self.outcome(of: request, text: text, values: values, language: language)
            if case .copy = self { paragraphs.append(Phrase.rightsCopyReady.text(in: language, values)) }
            if request.decision?.isRefusal == true {
                paragraphs.append(Self.remedies(settings, language: language))
            }
        }
        paragraphs.append(Phrase.rightsRequired.text(in: language, values))
        return paragraphs.filter { !$0.isEmpty }.joined(separator: "\n\n")
    }

    func subject(of request: RightsRequest, language: Language) -> String {
        Phrase.rightsSubject.text(in: language, ["reference": request.reference])
    }

    private static func outcome(
        of request: RightsRequest, text: String?, values: [String: String], language: Language
    ) -> [String] {
        let phrase: Phrase =
            switch request.decision {
            case .fulfilled, nil: .rightsFulfilled
            case .partly: .rightsPartly
            case .refused: .rightsRefused
            case .notIdentified: .rightsNotIdentified
            case .withdrawn, .notARequest: .rightsWithdrawn
            }
        return [phrase.text(in: language, values), request.decision?.reasons ?? "", text ?? ""]
    }

    /// Art. 12(4): the supervisory authority and the courts.
    private static func remedies(_ settings: DeskSettings, language: Language) -> String {
        let authority = settings.authority.map { [$0.name, $0.url.isEmpty ? $0.email : $0.url] } ?? []
        let named = authority.filter { !$0.isEmpty }.joined(separator: ", ")
        return Phrase.rightsRemedies.text(
            in: language, ["authority": named.isEmpty ? settings.controller.country : named])
    }
}

extension RightsRequest.Decision {
    /// Whether something asked for is not done, so that the person is told where to complain.
    package var isRefusal: Bool {
        switch self {
        case .partly, .refused, .notIdentified: true
        case .fulfilled, .withdrawn, .notARequest: false
        }
    }
}
