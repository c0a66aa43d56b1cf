/// English: double opt-in and consent.
extension Catalog {
    static let englishConsent: [Phrase: String] = [
        .footerRequested: """
        You receive this mail because somebody entered this address at {service}. \
        If it was not you, you need not do anything.
        """,
        .optInAgainSubject: "Do you want to receive mail from {service} again?",
        .optInAgainText: """
        On {day} we were asked to send automatic mail, such as confirmations and reminders, to this address again. \
        It had been unsubscribed.

        If you want that, open this page and confirm it there: {link}

        The page works until {until}. If you do not confirm, everything stays as it is.
        """,
        .optInConsentSubject: "Please confirm your consent: {title}",
        .optInConsentText: """
        On {day} somebody entered this address at {service} and asked to consent to this:

        {title}

        {text}

        {withdrawal}

        If it was you, open this page and press the button there: {link}

        The page works until {until}. Without the button there is no consent, and the address is deleted then.
        """,
        .consentWithdrawal: """
        You can withdraw your consent at any time, without giving a reason: by the link in every mail of ours, \
        or by writing to {address}. What was done before stays lawful.
        """,
        .consentController: "You give your consent to {controller}.",
        .consentAgeQuestion: "Are you at least {age} years old?",
        .consentAgeYes: "Yes, I am {age} or older",
        .consentAgeNo: "No, I am younger",
        .consentAgeNote: "We ask because younger people need the consent of a parent (Art. 8 GDPR).",
        .consentAddress: "Your e-mail address",
        .consentLabel: "I consent: {title}",
        .consentButton: "Give consent and send me the link",
        .consentTwoSteps: """
        We then send a link to this address. Only when you open it and press the button there do we have your consent. \
        Otherwise your address is deleted after seven days.
        """,
        .consentMissing: "Please tick the box if you want to consent. Without it nothing is stored.",
        .consentBadAddress: "Please enter an e-mail address like name@example.com.",
        .consentNeedsAge: "Please say whether you are old enough. Without it nothing is stored.",
        .consentTooYoung: """
        You need the consent of a parent. Please ask them to write to {address}. Nothing was stored.
        """,
        .consentChanged: "The text has changed meanwhile. Please read it again. Nothing was stored.",
        .consentSentTitle: "Please look into your mailbox",
        .consentSentText: """
        We send you a mail with a link. Open it and press the button there; then your consent counts.
        """,
        .consentSentHint: """
        No mail? Look into the folder for spam, and check the spelling of the address. \
        We send at most a few such mails a day to one address.
        """,
        .consentConfirmTitle: "Confirm your consent",
        .consentConfirmIntro: "With the button you consent to this:",
        .consentConfirmButton: "Yes, I consent",
        .consentDoneTitle: "Thank you, we have your consent",
        .consentDoneText: "It is stored and counts from now on: {title}",
        .consentWithdrawButton: "Withdraw consent",
        .consentWithdrawnTitle: "Your consent is withdrawn",
        .consentWithdrawnText: "It counts no longer, from this moment: {title}. What was done before stays lawful.",
        .consentUnknownText: "Here nobody is asked for a consent, or not any more. Nothing was stored.",
        .consentsTitle: "Your consents",
        .consentsIntro: "You gave us these. Withdrawing one takes one click, and no reason.",
        .consentWithdrawOne: "Withdraw consent: {title}",
        .optInUnknownTitle: "This link does not work",
        .optInUnknownText: """
        It is incomplete, or older than seven days. Nothing was changed. \
        You can ask for a new link where you asked for this one.
        """,
    ]
}
