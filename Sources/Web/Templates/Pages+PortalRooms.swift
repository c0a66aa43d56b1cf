import Desk

/// The pages of `/my` behind the first one.
extension Pages {
    func portalConversations(
        _ conversations: [PortalConversation], _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        var values: [String: Any] = [
            "title": Phrase.portalConversations.text(in: language),
            "conversations": conversations.map { conversation -> [String: String] in
                [
                    "number": "\(conversation.number.value)", "subject": Self.subject(of: conversation, in: language),
                    "when": Self.when(conversation, in: language),
                ]
            },
        ]
        if conversations.isEmpty { values["none"] = Phrase.portalNoConversations.text(in: language) }
        return renderPortal("portal-conversations", values, visit, settings, depth: 1)
    }

    func portalConversation(
        _ conversation: PortalConversation, _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        let messages = conversation.messages.map { message -> [String: Any] in
            let day = DayText.of(message.at)
            var values: [String: Any] = [
                "own": message.isOwn,
                "who": message.isOwn
                    ? Phrase.portalYouWrote.text(in: language, ["day": day])
                    : Phrase.portalWeWrote.text(in: language, ["day": day, "service": settings.serviceName]),
                "text": message.isGone ? Phrase.portalMessageGone.text(in: language) : message.text,
                "hasFiles": !message.files.isEmpty,
                "files": message.files.map { file -> [String: String] in
                    [
                        "id": file.id.hex, "name": file.filename ?? Phrase.portalFile.text(in: language),
                        "size": ByteSizes.text(file.size),
                    ]
                },
            ]
            if message.isUndelivered { values["undelivered"] = Phrase.portalUndelivered.text(in: language) }
            return values
        }
        let values: [String: Any] = [
            "title": Self.subject(of: conversation, in: language), "when": Self.when(conversation, in: language),
            "number": "\(conversation.number.value)", "messages": messages,
            "end": Phrase.portalConversationEnd.text(in: language),
        ]
        return renderPortal("portal-conversation", values, visit, settings, depth: 2)
    }

    func portalMail(
        _ choice: PortalMailChoice, isSaved: Bool, _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        var values: [String: Any] = [
            "title": Phrase.portalMailTitle.text(in: language),
            "intro": Phrase.portalMailIntro.text(in: language, ["service": settings.serviceName]),
            "button": Phrase.noticesButton.text(in: language), "stillSent": Phrase.pageStillSent.text(in: language),
            "choices": PortalMailChoice.allCases.map { one -> [String: Any] in
                [
                    "value": one.rawValue, "name": Phrase.mail(one).text(in: language), "chosen": one == choice,
                ]
            },
        ]
        if isSaved {
            values["saved"] = Phrase.noticesSaved.text(
                in: language, ["choice": Phrase.mail(choice).text(in: language)])
        }
        return renderPortal("portal-mail", values, visit, settings, depth: 1)
    }

    /// - Parameter typed: what did not fit; nil when nothing was typed yet.
    func portalRequestForm(
        _ typed: String?, isTooLong: Bool, _ visit: PortalRooms.Visit, _ settings: DeskSettings
    ) -> String {
        let language = visit.language
        var values: [String: Any] = [
            "title": Phrase.portalAskTitle.text(in: language),
            "intro": Phrase.portalAskForIntro.text(
                in: language,
                ["controller": settings.controller.name.isEmpty ? settings.serviceName : settings.controller.name]),
            "kind": Phrase.portalAskKind.text(in: language), "words": Phrase.portalAskWords.text(in: language),
            "button": Phrase.portalAskSend.text(in: language), "note": Phrase.portalAskDue.text(in: language),
            "typed": typed ?? "",
            "rights": PortalRooms.asked.map { right -> [String: String] in
                ["value": right.rawValue, "name": Phrase.right(right).text(in: language)]
            },
        ]
        if isTooLong { values["problem"] = Phrase.portalAskTooLong.text(in: language) }
        return renderPortal("portal-request", values, visit, settings, depth: 1)
    }

    func portalRequestMade(_ request: RightsRequest, _ visit: PortalRooms.Visit, _ settings: DeskSettings) -> String {
        portalDone(
            .portalAskedTitle, .portalAskedText,
            ["reference": request.reference, "due": request.clock.dueDay.text], visit, settings, depth: 1)
    }

    func portalDone(
        _ title: Phrase, _ text: Phrase, _ parts: [String: String] = [:], _ visit: PortalRooms.Visit,
        _ settings: DeskSettings, depth: Int
    ) -> String {
        let values: [String: Any] = [
            "title": title.text(in: visit.language, parts), "text": text.text(in: visit.language, parts),
        ]
        return renderPortal("portal-done", values, visit, settings, depth: depth)
    }

    private static func subject(of conversation: PortalConversation, in language: Language) -> String {
        conversation.subject.isEmpty ? Phrase.portalNoSubject.text(in: language) : conversation.subject
    }

    private static func when(_ conversation: PortalConversation, in language: Language) -> String {
        (conversation.isOpen ? Phrase.portalConversationOpen : .portalConversationClosed).text(
            in: language,
            ["number": "\(conversation.number.value)", "day": DayText.of(conversation.updatedAt)])
    }
}

extension Phrase {
    fileprivate static func mail(_ choice: PortalMailChoice) -> Phrase {
        switch choice {
        case .everything: .portalMailEverything
        case .answers: .portalMailAnswers
        case .nothing: .portalMailNothing
        }
    }
}

/// How large a file is, as people read it.
enum ByteSizes {
    static func text(_ bytes: Int) -> String {
        if bytes < 1000 { return "\(bytes) B" }
        if bytes < 1_000_000 { return "\((bytes + 500) / 1000) kB" }
        let tenths = (bytes / 50_000 + 1) / 2
        return "\(tenths / 10).\(tenths % 10) MB"
    }
}
