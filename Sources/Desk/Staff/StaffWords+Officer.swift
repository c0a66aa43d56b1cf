/// Tasks of the data protection officer that are due: keys, days and words of the law profile or of the officer.
extension StaffWords {
    package init(tasks: [OfficerTask], settings: DeskSettings) {
        let language = settings.language
        let lines = tasks.map { task in
            Phrase.officerReminderLine.text(
                in: language,
                ["key": task.key, "day": task.due.text, "article": task.article, "words": task.words])
        }
        self.init(
            subject: Phrase.officerReminderSubject.text(
                in: language, ["service": settings.serviceName, "count": "\(tasks.count)"]),
            text: ([Phrase.officerReminderIntro.text(in: language)] + lines
                + [Phrase.officerReminderEnd.text(in: language)]).joined(separator: "\n\n"),
            sender: settings.alerts.sender, language: language)
    }
}
