package import Desk

/// The settings page of mail to staff.
extension Pages {
    /// - Parameter isSaved: says that a choice was stored a moment ago.
    package func notices(_ page: NoticePage, isSaved: Bool) -> String {
        let say = { (phrase: Phrase) in phrase.text(in: page.language, ["service": page.serviceName]) }
        var values: [String: Any] = [
            "title": say(.noticesTitle), "intro": say(.noticesIntro), "all": say(.noticesAll),
            "mute": say(.noticesMute), "button": say(.noticesButton), "never": say(.noticesNeverMuted),
            "muted": page.isMuted,
        ]
        if page.isLast { values["last"] = say(.noticesLast) }
        if isSaved {
            let choice = say(page.isMuted ? .noticesMute : .noticesAll)
            values["saved"] = Phrase.noticesSaved.text(in: page.language, ["choice": choice])
        }
        return render("notices", values, language: page.language, service: page.serviceName, depth: 1)
    }
}
