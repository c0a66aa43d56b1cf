package import Mail

/// The mail that brings a single-use link (class M6). It holds no word that whoever asked for it typed (P15).
package enum PortalLetter {
    package static func make(
        _ purpose: PortalLink.Purpose, token: String, to recipient: EmailAddress, name: String?,
        mailbox: MailboxProfile, settings: DeskSettings
    ) -> Letter {
        let language = mailbox.language
        var values = [
            "service": settings.serviceName, "link": "\(settings.publicURL)/my/link/\(token)",
            "controller": settings.controller.email,
            "days": "\(Limits.exportKept.components.seconds / 86_400)",
        ]
        let (subject, text): (Phrase, Phrase)
        switch purpose {
        case .signIn: (subject, text) = (.linkSubject, .linkText)
        case .proof(let request):
            (subject, text) = (.linkProofSubject, .linkProofText)
            values["reference"] = RightsRequest.reference(of: request)
        case .export: (subject, text) = (.linkExportSubject, .linkExportText)
        }
        return Letter(
            mailClass: .requestedLink, mailbox: mailbox, ticket: nil, recipient: recipient, recipientName: name,
            subject: subject.text(in: language, values), text: text.text(in: language, values), isFirstContact: false,
            language: language)
    }
}
