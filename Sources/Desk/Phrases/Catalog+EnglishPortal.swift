/// English, as far as single-use links and the portal speak it. `{name}` stands for a value.
extension Catalog {
    static let englishPortal: [Phrase: String] = [
        .linkSubject: "Your link to your data at {service}",
        .linkText: """
        Somebody asked for a link to the page where you see what {service} keeps about you, and can change it. \
        If it was you, open this link within 24 hours. It works once:

        {link}

        If it was not you, delete this mail. Nothing has happened, and nobody has seen anything.
        """,
        .linkProofSubject: "Please confirm your request {reference}",
        .linkProofText: """
        We received a request about your personal data. Its reference is {reference}. \
        Before we hand data out or change it we make sure that the request is yours. \
        If it is, open this link within 24 hours and confirm. It works once:

        {link}

        If it is not yours, do not open the link, and tell us: {controller}. Nothing will be done then.
        """,
        .portalTitle: "Your data at {service}",
        .portalAskIntro: """
        Here you see what we keep about you, and ask for a copy, a correction or its erasure. \
        Tell us the address you write to us from. We mail a link there that opens your page.
        """,
        .portalAskLabel: "Your e-mail address",
        .portalAskButton: "Mail me a link",
        .portalAskInvalid: "This is not an e-mail address. It looks like name@example.com.",
        .portalAskNote: """
        You need no account and no password. You may as well write or call us: every way is equal. \
        The page uses one cookie while you are signed in, and none otherwise.
        """,
        .portalSentTitle: "Look into your mail",
        .portalSentText: """
        If we know this address, a mail with a link is on its way. The link works once, within 24 hours.
        """,
        .portalSentNothing: """
        No mail after a few minutes? Look into the spam folder. Perhaps you wrote to us from another address. \
        We send only a few links a day to one address.
        """,
        .portalLinkTitle: "Open your page",
        .portalLinkText: """
        The link from your mail works. Press the button to open your page. After that the link is used up.
        """,
        .portalLinkButton: "Open my page",
        .portalProofTitle: "Confirm your request",
        .portalProofText: """
        Is the request {reference} about your personal data yours? Press the button to confirm it. \
        If it is not yours, close this page and nothing will be done.
        """,
        .portalProofButton: "Yes, it is my request",
        .portalProvedTitle: "Thank you",
        .portalProvedText: "You have confirmed the request {reference}. We go on with it and write to you.",
        .portalDeadTitle: "This link does not work any more",
        .portalDeadText: """
        It was used before, is older than 24 hours, or is not complete. Nothing was changed. You can ask for a new one.
        """,
        .portalOutTitle: "You are not signed in",
        .portalOutText: """
        For your safety you are signed out after 15 minutes without a click. Nothing was changed. \
        Ask for a new link to go on.
        """,
        .portalSignOut: "Sign out",
        .portalSignedOut: "You are signed out.",
        .portalAgain: "Ask for a new link",
        .portalBack: "Back to the overview",
        .portalNoMailTitle: "We cannot send you a link at the moment",
        .portalNoMailText: "Nothing was changed. Please write to us, or try again later.",
        .portalNoneTitle: "There is no such page",
        .portalNoneText: "What you looked for is not here, or not yours. Nothing was changed.",
        .portalWho: "We keep this about {who}, since {day}:",
        .portalConversations: "Conversations",
        .portalMessages: "Messages from you",
        .portalAnswers: "Our mails to you",
        .portalFiles: "Files",
        .portalHandedOn: "Handed on to others",
        .portalRequests: "Your requests about your data",
        .portalRequest: "{right} (Art. {article} GDPR), {reference}",
        .portalRequestOpen: "Received on {received}. You hear from us by {due} at the latest.",
        .portalRequestWaits: "Received on {received}. We asked you something by mail and wait for your answer.",
        .portalRequestDone: "Received on {received}. Done on {decided}.",
        .portalRequestPartly: "Received on {received}. Done in part on {decided}; our mail says what was not, and why.",
        .portalRequestRefused: "Received on {received}. Not done, on {decided}; our mail says why.",
        .portalRequestWithdrawn: "Received on {received}. You took it back on {decided}.",
        .rightAccess: "Information and a copy",
        .rightRectification: "Correction",
        .rightErasure: "Erasure",
        .rightRestriction: "Restriction",
        .rightPortability: "A copy to take along",
        .rightObjection: "Objection",
        .rightMarketingObjection: "Objection to advertising",
        .rightWithdrawal: "Withdrawal of a consent",
        .rightAutomatedDecision: "A human instead of an automated decision",
        .rightComplaint: "Complaint",
        .rightInformation: "Question",
        .portalTakeBack: "Take it back",
        .portalTakeBackThis: "Take back the request {reference}",
        .portalRooms: "What you can do",
        .portalHomeEnd: """
        You are signed out after 15 minutes without a click. The privacy notice says for what we use your data, \
        how long we keep it, and where you can complain.
        """,
        .portalConversationsAbout: "Read what you wrote to us and what we answered.",
        .portalNoConversations: "There are none.",
        .portalNoSubject: "(no subject)",
        .portalConversationOpen: "#{number}, open, last changed on {day}",
        .portalConversationClosed: "#{number}, closed, last changed on {day}",
        .portalYouWrote: "You wrote on {day}",
        .portalWeWrote: "{service} wrote on {day}",
        .portalMessageGone: "This message cannot be shown.",
        .portalFile: "file",
        .portalUndelivered: "This mail did not reach you: you had unsubscribed, or no mail server took it.",
        .portalConversationEnd: """
        To answer, reply to the last mail. What our staff note for themselves is not shown here; \
        it is part of the copy of your data that you can ask for.
        """,
        .portalMailTitle: "Mail from us",
        .portalMailAbout: "Choose which mail you want, or unsubscribe.",
        .portalMailIntro: "Which mail do you want from {service}?",
        .portalMailEverything: "All mail about my requests",
        .portalMailAnswers: "Only answers of a human, nothing automatic",
        .portalMailNothing: "No mail, except the answer to a request that is open",
        .portalAskTitle: "Ask for something else",
        .portalAskAbout: "A question about your data, a correction, a complaint.",
        .portalAskForIntro: """
        Tell {controller} in your own words what you want. A person reads it and answers by mail.
        """,
        .portalAskKind: "What is it about?",
        .portalAskWords: "Your words",
        .portalAskSend: "Send",
        .portalAskDue: "You get an answer within a month. Nothing you write here has to be justified.",
        .portalAskTooLong: "Please write something, and not more than about 2,000 characters.",
        .portalAskedTitle: "We have your request",
        .portalAskedText: """
        Its reference is {reference}. You hear from us by {due} at the latest. We also confirm it by mail.
        """,
        .reminderSubject: "{service}: requests under Art. 12–22 GDPR that are due: {count}",
        .reminderIntro: "People asked for something about their data, and the answer is due:",
        .reminderLine: "{reference}: {stage}. Received on {received}, work towards {target}, last day {due}.",
        .reminderFortnight: "within two weeks",
        .reminderWeek: "within a week",
        .reminderDays: "within three days",
        .reminderTomorrow: "tomorrow at the latest",
        .reminderOverdue: "OVERDUE",
        .reminderEnd: """
        `ticketd requests list` shows them, the most urgent first. This mail holds references and days only.
        """,
    ]
}
