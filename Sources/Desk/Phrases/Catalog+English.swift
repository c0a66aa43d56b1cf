/// English. `{name}` stands for a value.
extension Catalog {
    package static let english: [Phrase: String] = [
        .acknowledgementSubject: "We have received your request [#{number}]",
        .acknowledgementText: """
        Thank you for writing to {service}.

        Your request has the number #{number}. A person will read it and answer you. \
        You can add to it by replying to this mail.
        """,
        .footerReason: "You receive this mail because you wrote to {address}.",
        .footerCopied: "You receive this copy because it was sent to you too when {address} answered somebody.",
        .footerForwarded: """
        You receive this mail because {address} hands you a message on for the matter above. \
        Please use what it says for this matter only.
        """,
        .forwardedReceived: "A message we received on {date}",
        .forwardedSent: "A message we sent on {date}",
        .footerUnasked: """
        You receive this mail because {address} writes to you about the matter above; you did not write to us first. \
        Answer this mail to learn where we have your address from and why we use it.
        """,
        .footerPrivacy: "How we handle your data: {link}",
        .footerUnsubscribe: "If you do not want mail like this, unsubscribe here:",
        .rightToObject:
            "You have the right to object to the processing of your personal data at any time: write to {address}.",
        .wroteAgain: """
        You unsubscribed on {date}. We answer only because you wrote to us again. \
        If you want to receive our automatic mail again, confirm it here: {link}
        """,
        .footerStaff: "You receive this mail because {service} is configured to tell you how it stands.",
        .footerNotices: "Choose here which of these notices you want:",
        .noticesTitle: "Notices to you",
        .noticesIntro: "Choose what {service} should tell you at this address.",
        .noticesAll: "Everything",
        .noticesMute: "Only alarms about delivery, the clock and the store",
        .noticesNeverMuted: """
        Alarms that mail is not collected or not delivered, that the clock jumped or that the store is in trouble \
        always arrive. Only the configuration can end those. What you receive as a customer does not change.
        """,
        .noticesLast: """
        You are the last who hears of warnings, so those keep coming to you until somebody else is named in the \
        configuration. Counts of new mail stop.
        """,
        .noticesButton: "Save",
        .newsSubject: "{service}: new messages: {messages}",
        .newsLine: "Mailbox {mailbox}: new messages: {messages}, new tickets: {opened}. Tickets: {numbers}",
        .newsMore: "{numbers} and {count} more",
        .anchorSubject: "{service}: the audit log stands at entry {sequence}",
        .anchorIntro:
            "You get this mail once a day so that nobody can change the audit log unnoticed. Please keep it for as "
            + "long as the log matters. It holds numbers and hashes only.",
        .anchorAudit: "Audit log, entry {sequence}:\n{hash}",
        .anchorLedger: "Erasure ledger, line {sequence}:\n{hash}",
        .anchorUse: "Whether the log still is what it was when this mail was sent, this command tells:\n{command}",
        .newsEnd: "This mail holds numbers only. What was written stays at the desk.",
        .noticesSaved: "Your choice is stored and in force: {choice}.",
        .recipientSubject: "Data we sent you has changed",
        .recipientWhich: """
        On {day} we, {service}, sent you a mail about request {ticket} with personal data of somebody else. Art. 19 \
        GDPR obliges us to tell you what became of that data.
        """,
        .recipientRectified: "It was corrected. What it says now: {correction}",
        .recipientRestricted: """
        The person had it restricted: please keep what you have and do not use it, until we write again or the person \
        agrees.
        """,
        .recipientErased: """
        The person had it erased here. Please erase what you have, unless the law obliges you to keep it.
        """,
        .recipientRights: "If you have questions, write to {controller}.",
        .restrictionSubject: "The restriction of your data at {service} will end",
        .restrictionEnds: """
        Since {day} we have kept your data at {service} without using it. With this mail we tell you, before it \
        happens, that this restriction ends (Art. 18(3) GDPR).
        """,
        .restrictionEndsWhy: "The reason: {reason}",
        .restrictionRights: """
        If you do not agree, write to {controller}. You may also complain to a data protection authority.
        """,
        .erasureSubject: "Your data at {service} was erased",
        .erasureDone: """
        On {day} we were asked to erase what {service} keeps about you, and we did: \
        your name, your address and your key, {messages} messages and {attachments} attachments, \
        our answers to you, and the copies in our mailbox. The reference is {reference}.
        """,
        .erasureKept: """
        What stays tells nothing about you to anybody who does not know your address: a record that an erasure took \
        place, keyed check values by which mail of yours that is still on a server is not imported again, and, if you \
        unsubscribed, that wish. Your address in this mail is erased as soon as the mail has left.
        """,
        .erasureBackups: "A backup of our keys could still open your data until {day}. Then the last one expires.",
        .erasureBackupsUnknown: """
        We cannot name the day on which the last backup that could open your data expires. Ask us for it.
        """,
        .erasureCopiesLeft:
            "{copies} copies in our mailbox could not be removed automatically. We remove them by hand.",
        .erasureUnreachable: "Copies that we cannot reach from here: {copies}.",
        .erasureRights: """
        If you think that this is not right, write to {controller}. You can also complain to {authority} or go to court.
        """,
        .erasureAnyAuthority: "a data protection authority",
        .breachSubject: "{controller}: important information about your data",
        .breachGreeting: """
        Hello,

        something went wrong with data about you that {controller} holds. We want you to know what happened, \
        what it can mean for you, and what you can do (Art. 34 GDPR).
        """,
        .breachPublic: """
        Something went wrong with data about people who wrote to {controller}. We tell everybody in this way because \
        we cannot write to each of them (Art. 34(3)(c) GDPR).
        """,
        .breachNature: "What happened",
        .breachConsequences: "What it can mean for you",
        .breachMeasures: "What we have done and are doing",
        .breachAdvice: "What you can do now",
        .breachContact: "Do you have questions? Ask our contact for data protection: {contact}.",
        .breachRemedies: """
        You can complain to the supervisory authority ({authority}) or to the one where you live or work, \
        and go to court (Art. 77 and 79 GDPR).
        """,
        .breachRequired:
            "The law makes us send this mail, even if you have unsubscribed from others. Nothing else depends on it.",
        .pageTitle: "Unsubscribe",
        .pageIntro: "Choose what {service} should stop sending you.",
        .pageButton: "Unsubscribe",
        .pageScopeEverything: "Everything",
        .pageScopeAutomatic: "Only automatic mail, such as confirmations and reminders",
        .pageScopeTicket: "Only mail about request #{number}",
        .pageKeepsRequest: "You will still get the answer to your open request #{number}.",
        .pageDropRequest: "Drop that request too. I do not want an answer.",
        .pageStillSent: "Mail that the law requires us to send may still reach you.",
        .pageDoneTitle: "You are unsubscribed",
        .pageDoneText: "We have stored your choice. It applies from this moment.",
        .pagePrivacyLink: "Privacy notice",
        .pageUndoTitle: "Receive our mail again",
        .pageUndoIntro: "You unsubscribed from {service}. Do you want to receive our automatic mail again?",
        .pageUndoButton: "Yes, send me mail again",
        .pageUndoDone: "Done. You will receive our mail again.",
        .pageUndoUsed: "This link was used before. It works once.",
        .pageUnknownTitle: "This link does not work",
        .pageUnknownText: """
        The link is incomplete or was changed on its way. \
        Please open it from the mail again, or reply to the mail with the word “unsubscribe”.
        """,
        .noticeTitle: "Privacy notice of {service}",
        .noticeController: "Who is responsible",
        .noticeOfficer: "Data protection officer",
        .noticeAuthority: "Where you can complain",
        .noticePurposes: "What we use your data for",
        .noticePurposesText: """
        When you write to us we store your name, your address, what you wrote and what you attached, \
        in order to answer you. We do not store the addresses of mail servers, your mail program or your location, \
        and we do not track whether you open our mail.
        """,
        .noticeBasis: "On what legal basis",
        .noticeInterests: """
        Where the basis is a legitimate interest (Art. 6(1)(f) GDPR), it is our interest \
        in answering those who write to us and in knowing afterwards what was said.
        """,
        .noticeCategories: "Which data",
        .noticeCategoriesText: """
        Your name and address; subject, text and attachments of your messages; when they were sent, and whether \
        their sender could be verified. If you unsubscribed: that you did.
        """,
        .noticeRecipients: "Who receives your data",
        .noticeRecipientsText: """
        The people who answer your request, and the provider of our mailbox. When your matter needs somebody else, \
        we copy an answer or hand a message on to them; we keep to whom and when, and tell you if you ask.
        """,
        .noticeTransfers: "Transfer to other countries",
        .noticeTransfersText: "Ask the controller named above; this installation itself transfers nothing.",
        .noticeRetention: "How long we keep it",
        .noticeRights: "Your rights",
        .noticeRightsText: """
        You may ask for access to your data, for its correction, erasure or restriction, and for a copy \
        you can take with you. If you gave a consent you may withdraw it at any time. \
        Write to the address above; it is free of charge.
        """,
        .noticeObject: "Your right to object",
        .noticeObjectText: """
        You may object at any time, on grounds relating to your particular situation, \
        to processing that is based on our legitimate interests.
        """,
        .noticeSource: "Where the data comes from",
        .noticeSourceText: """
        From you, or from somebody who mentioned or copied you in a message to us. \
        We take nothing from publicly accessible sources. If we wrote to you first, ask us: we have kept \
        the reason and the legal basis, and we tell you where we have your address from.
        """,
        .noticeAutomated: "Automated decisions",
        .noticeAutomatedText: "None. Nobody is profiled.",
        .noticeRequired: "Must you give us data?",
        .noticeRequiredText: "No. Without an address, however, we cannot answer you.",
        .noticeVersion: "Version {hash}",
        .noticeMissing: "not stated by the operator",
        .pageAlready: "You are unsubscribed already. You can still change what we do not send you.",
        .pageChoice: "Your choice: {choice}",
        .pageDropped: "We dropped your request #{number}. Nobody will answer it.",
        .pageNothingTitle: "Nothing was changed",
        .pageNothingText: "We could not read your choice. Please open the link from the mail again and choose there.",
        .pageBusyTitle: "Please try again in a minute",
        .pageBusyText: "We could not store your choice just now, so nothing was changed. Please try again in a minute.",
        .factsTitle: "Privacy facts",
        .factsStored: "What we store",
        .factsStoredText: "Name, address, messages and attachments of people who write to us, and our answers.",
        .factsNotStored: "What we do not store",
        .factsNotStoredText: "IP addresses, location, mail program, and whether you open our mail or follow a link.",
        .factsEncryption: "Encryption",
        .factsEncryptionText:
            "Names, addresses and messages are encrypted on disk, with a key of its own for each person.",
        .factsCookies: "Cookies",
        .factsCookiesText: "None, but for one while you are signed in to your own page. No scripts.",
        .factsUnsubscribe: "Unsubscribing",
        .factsUnsubscribeText: "A link in every mail. One click, no login, effective at once.",
        .rightsSubject: "Your request {reference}",
        .rightsGreeting: """
        This is about the request on your personal data (Art. {article} GDPR) that reached {controller} on {received}. \
        Its reference is {reference}.
        """,
        .rightsAcknowledgement: """
        We have registered it. You will hear from us by {due} at the latest. \
        Should we need more time, we will tell you why before then.
        """,
        .rightsIdentityOpen: """
        Because data is handed out or deleted only for the person it belongs to, we will check that the request is \
        yours, and ask for no more than that takes. If it is not yours, answer this mail and tell us so.
        """,
        .rightsIdentityNotNeeded: "If this request is not yours, answer this mail and tell us so.",
        .rightsQuestion: """
        Before we can go on we need something from you. Until you answer, our time to reply stands still.
        """,
        .rightsExtension: """
        It takes longer than a month. You will hear from us by {due} at the latest, \
        as Art. 12(3) GDPR allows. The reason:
        """,
        .rightsFulfilled: "We have done what you asked.",
        .rightsPartly: "We have done a part of what you asked. What we did not do, and why:",
        .rightsRefused: "We do not do what you asked. The reasons:",
        .rightsNotIdentified: """
        With what we have we cannot tell which data is yours (Art. 11 and 12(2) GDPR). \
        If you tell us more, such as an address you wrote from or a request number, we will look again.
        """,
        .rightsWithdrawn: "You have taken the request back. We have closed it.",
        .rightsRemedies: """
        You may complain to the supervisory authority ({authority}) or to the one where you live or work, \
        and you may go to court (Art. 77 and 79 GDPR).
        """,
        .rightsRequired: "The law requires us to send you this mail, also when you have unsubscribed from others.",
    ]
}
