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
    case anchorSubject, anchorIntro, anchorAudit, anchorLedger, anchorUse
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
    case recordTitle, recordRepresentative, recordMailboxes, recordPeople, recordColumns, recordProcessors
    case recordUnnamed, recordMeasures, recordPurpose, recordBasis, recordData, recordRecipients, recordPeriod
    case recipientSubject, recipientWhich, recipientRectified, recipientRestricted, recipientErased, recipientRights
    case restrictionSubject, restrictionEnds, restrictionEndsWhy, restrictionRights
    case breachSubject, breachGreeting, breachPublic, breachNature, breachConsequences, breachMeasures, breachAdvice
    case breachContact, breachRemedies, breachRequired
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
    case portalRequestRefused, portalRequestWithdrawn, portalTakeBack, portalTakeBackThis, portalRooms, portalHomeEnd
    case portalConversationsAbout, portalNoConversations, portalNoSubject, portalConversationOpen
    case portalConversationClosed, portalYouWrote, portalWeWrote, portalMessageGone, portalFile, portalUndelivered
    case portalConversationEnd, portalMailTitle, portalMailAbout, portalMailIntro, portalMailEverything
    case portalMailAnswers, portalMailNothing
    case portalAskTitle, portalAskAbout, portalAskForIntro, portalAskKind, portalAskWords, portalAskSend, portalAskDue
    case portalAskTooLong, portalAskedTitle, portalAskedText
    case portalErasureTitle, portalErasureAbout, portalErasureWhat, portalErasureWaits, portalErasureSure
    case portalErasureButton, portalErasureStays, portalErasureUntil, portalErasureHeld, portalErasureBack
    case portalErasureShared, portalErasureBackTitle, portalErasureBackText
    case portalRestrictionTitle, portalRestrictionAbout, portalRestrictionIntro, portalRestrictionSince
    case portalRestrictionKind, portalRestrictionWords, portalRestrictionButton, portalRestrictionNote
    case portalGroundAccuracy, portalGroundUnlawful, portalGroundClaims, portalGroundObjection, portalGroundHold
    case portalGroundErasure
    case reminderSubject, reminderIntro, reminderLine, reminderFortnight, reminderWeek, reminderDays, reminderTomorrow
    case reminderOverdue, reminderEnd
    case rightAccess, rightRectification, rightErasure, rightRestriction, rightPortability, rightObjection
    case rightMarketingObjection, rightWithdrawal, rightAutomatedDecision, rightComplaint, rightInformation
    case optInConsentSubject, optInConsentText, consentWithdrawal, consentController, consentAgeQuestion
    case consentAgeYes, consentAgeNo, consentAgeNote, consentAddress, consentLabel, consentButton, consentTwoSteps
    case consentMissing, consentBadAddress, consentNeedsAge, consentTooYoung, consentChanged
    case consentSentTitle, consentSentText, consentSentHint, consentConfirmTitle, consentConfirmIntro
    case consentConfirmButton, consentDoneTitle, consentDoneText, consentWithdrawButton, consentWithdrawnTitle
    case consentUnknownText, consentWithdrawnText, consentsTitle, consentsIntro, consentWithdrawOne
    case exportTitle, exportAccess, exportPortability, exportMade, exportConfirm, exportFigures, exportSkip
    case exportContents, exportYou, exportAddress, exportName, exportSince, exportInformed, exportUndeliverable
    case exportYes, exportNo, exportNone, exportTickets, exportTicket, exportSubject, exportStatus, exportOpened
    case exportChanged, exportMessages, exportOthersTicket, exportRecipients, exportRecipientsIntro, exportDay
    case exportRecipient, exportWhat, exportWhy, exportForwarded, exportCopied, exportReads, exportReadsIntro
    case exportReadPurpose, exportReader, exportStaff, exportProgram, exportWishes, exportWish, exportLifted
    case exportWishAll, exportWishSome, exportRequests, exportReference, exportRight, exportState, exportYourWords
    case exportDecision, exportUnsent, exportUnsentIntro, exportInformation, exportInformationIntro, exportCovered
    case exportCoveredIntro, exportCoveredOthers, exportCoveredFile, exportCoveredMessages, exportUnreadable
    case exportCoveredByStaff, exportCoveredName, exportCoveredAddress, exportCoveredStaff
    case exportFiles, exportFileIndex, exportFileTickets, exportFileData, exportFileSchema, exportFileMessages
    case exportFileAttachments, exportFileTable, exportFileOriginals, exportReconstructed, exportPrivate
    case exportFrom, exportTo, exportCopyTo, exportYouWrote, exportWeWrote, exportNote, exportSomebody, exportEvent
    case exportAttachments, exportWithheld, exportMail, exportBack, exportPage, exportNextPage, exportPrevious
    case exportOriginals, exportOriginalsIntro, exportErased, exportEarlier, exportExpired, exportAutomatic
    case exportRestricted, exportHeld, exportHeldBefore, exportNew, exportOpen, exportPending, exportClosed
    case footerFacts, noticeShort, noticeShortWho, noticeShortWhat, noticeShortRights, noticeShortMail, noticeFull
    case noticeRepresentative, noticeNoOfficer, noticeTransfersNone, noticeTransferLine, noticeTransferNothing
    case noticeTransferAdequacy, noticeTransferClauses, noticeTransferRules, noticeTransferDerogation
    case footerOfficer
    case officerTitle, officerNeed, officerOutcome, officerRequired, officerVoluntary, officerNotRequired
    case officerUndecided, officerReasons, officerPersons, officerYes, officerNone, officerDecidedOn, officerReview
    case officerPrivacyContact
    case officerPosition, officerInternal, officerExternal, officerFrom, officerQualification, officerDeputy
    case officerToldAuthority, officerPublished, officerNotYet, officerTasks, officerDue, officerDone, officerOpen
    case officerTaskNeed, officerReminderSubject, officerReminderIntro, officerReminderLine, officerReminderEnd
    case exportConsents, exportTold, exportToldRectified, exportToldRestricted, exportToldErased, exportStatements
    case exportNoticeShown, exportExpires
    case linkExportSubject, linkExportText, rightsCopyReady, portalCopyLinkText, portalExportsTitle
    case portalExportsAbout, portalExportsThere, portalExportsIntro, portalExportAccess, portalExportAccessButton
    case portalExportPortability, portalExportPortabilityButton, portalExportPlanned, portalExportReady
    case portalExportGone, portalExportFetch, portalExportEnd, portalExportEndThis, portalExportWarning
    case portalConsentsTitle, portalConsentsAbout, portalConsentsIntro, portalConsentsNone, portalConsentGiven
    case portalConsentWithdrawn, portalConsentInvalid, portalConsentWithheld, portalConsentWords, portalNameTitle
    case portalNameAbout, portalNameIntro, portalNameLabel, portalNameButton, portalNameSaved, portalNameUnfit
    case portalNameNote, portalObjectionTitle, portalObjectionAbout, portalObjectMarketing
    case portalObjectMarketingText, portalObjectMarketingButton, portalObjectMarketingDone, portalObjectUse
    case portalObjectUseText, portalObjectUseButton, portalObjectUseDone

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
    private static let wholeEnglish = whole([
        english,
        englishConsent,
        englishErasing,
        englishExport,
        englishOfficer,
        englishPortal,
        englishPortalRights,
        englishRecord,
    ])
    private static let wholeGerman = whole([
        german,
        germanConsent,
        germanErasing,
        germanExport,
        germanOfficer,
        germanPortal,
        germanPortalRights,
        germanRecord,
    ])

    private static func whole(_ parts: [[Phrase: String]]) -> [Phrase: String] {
        parts.reduce(into: [:]) { $0.merge($1) { first, _ in first } }
    }

    package static func of(_ language: Language) -> [Phrase: String] {
        switch language {
        case .english: wholeEnglish
        case .german: wholeGerman
        }
    }
}
