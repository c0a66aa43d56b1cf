/// A sentence people read, in every language we have. The words are in the catalogs.
///
/// A value is put into a sentence once and is never read as a template itself (P17).
package enum Phrase: String, Sendable, CaseIterable {
    case acknowledgementSubject, acknowledgementText
    case footerReason, footerCopied, footerUnasked, footerPrivacy, footerUnsubscribe, rightToObject, wroteAgain
    case footerForwarded, forwardedReceived, forwardedSent
    case footerStaff, footerNotices
    case noticesTitle, noticesIntro, noticesAll, noticesMute, noticesNeverMuted, noticesLast, noticesButton
    case noticesSaved
    case newsSubject, newsLine, newsMore, newsEnd
    case pageTitle, pageIntro, pageButton, pageScopeEverything, pageScopeAutomatic, pageScopeTicket
    case pageKeepsRequest, pageDropRequest, pageStillSent, pageDoneTitle, pageDoneText, pagePrivacyLink
    case pageUndoTitle, pageUndoIntro, pageUndoButton, pageUndoDone, pageUnknownTitle, pageUnknownText
    case pageUndoUsed, pageAlready, pageDropped, pageChoice, pageNothingTitle, pageNothingText, pageBusyTitle,
        pageBusyText
    case rightsSubject, rightsGreeting, rightsAcknowledgement, rightsIdentityOpen, rightsIdentityNotNeeded
    case rightsQuestion, rightsExtension, rightsFulfilled, rightsPartly, rightsRefused, rightsNotIdentified
    case rightsWithdrawn, rightsRemedies, rightsRequired
    case factsTitle, factsStored, factsStoredText, factsNotStored, factsNotStoredText, factsEncryption
    case factsEncryptionText, factsCookies, factsCookiesText, factsUnsubscribe, factsUnsubscribeText
    case noticeTitle, noticeController, noticeOfficer, noticeAuthority, noticePurposes, noticePurposesText
    case noticeBasis, noticeRecipients, noticeRecipientsText, noticeRetention, noticeRights, noticeRightsText
    case noticeObject, noticeObjectText, noticeSource, noticeSourceText, noticeAutomated, noticeAutomatedText
    case noticeRequired, noticeRequiredText, noticeTransfers, noticeTransfersText, noticeVersion
    case erasureSubject, erasureDone, erasureKept, erasureBackups, erasureBackupsUnknown, erasureCopiesLeft
    case erasureUnreachable, erasureRights, erasureAnyAuthority
    case restrictionSubject, restrictionEnds, restrictionEndsWhy, restrictionRights
    case noticeMissing, noticeCategories, noticeCategoriesText, noticeInterests
    case footerRequested, optInAgainSubject, optInAgainText, optInUnknownTitle, optInUnknownText
    case linkSubject, linkText, linkProofSubject, linkProofText
    case portalTitle, portalAskIntro, portalAskLabel, portalAskButton, portalAskInvalid, portalAskNote
    case portalSentTitle, portalSentText, portalSentNothing
    case portalLinkTitle, portalLinkText, portalLinkButton, portalProofTitle, portalProofText, portalProofButton
    case portalProvedTitle, portalProvedText, portalDeadTitle, portalDeadText, portalOutTitle, portalOutText
    case portalSignOut, portalSignedOut, portalAgain, portalBack, portalNoMailTitle, portalNoMailText
    case portalNoneTitle, portalNoneText, portalWho
    case portalConversations, portalMessages, portalAnswers, portalFiles, portalHandedOn
    case portalRequests, portalRequest, portalRequestOpen, portalRequestWaits, portalRequestDone, portalRequestPartly
    case portalRequestRefused, portalRequestWithdrawn
    case rightAccess, rightRectification, rightErasure, rightRestriction, rightPortability, rightObjection
    case rightMarketingObjection, rightWithdrawal, rightAutomatedDecision, rightComplaint, rightInformation

    package func text(in language: Language, _ values: [String: String] = [:]) -> String {
        fill(Catalog.of(language)[self] ?? Catalog.of(.english)[self] ?? rawValue, with: values)
    }

    private func fill(_ template: String, with values: [String: String]) -> String {
        guard template.contains("{") else { return template }
        var result = ""
        var rest = template[...]
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            result += rest[..<open]
            result += values[String(rest[rest.index(after: open)..<close])] ?? ""
            rest = rest[rest.index(after: close)...]
        }
        return result + rest
    }
}

/// The sentences of one language.
package enum Catalog {
    private static let wholeEnglish = english.merging(englishConsent) { first, _ in first }
        .merging(englishPortal) { first, _ in first }
    private static let wholeGerman = german.merging(germanConsent) { first, _ in first }
        .merging(germanPortal) { first, _ in first }

    package static func of(_ language: Language) -> [Phrase: String] {
        switch language {
        case .english: wholeEnglish
        case .german: wholeGerman
        }
    }
}
