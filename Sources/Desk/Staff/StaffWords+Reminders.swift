/// Which requests are due: references and days, never who asked what (P14).
extension StaffWords {
    package init(reminders due: [RightsReminder.Due], settings: DeskSettings) {
        let language = settings.language
        let lines = due.map { one in
            let clock = one.deadline.clock
            return Phrase.reminderLine.text(
                in: language,
                [
                    "reference": RightsRequest.reference(of: one.deadline.id),
                    "stage": Phrase.reminder(one.urgency).text(in: language), "received": clock.receivedOn.text,
                    "target": clock.targetDay.text, "due": clock.dueDay.text,
                ])
        }
        self.init(
            subject: Phrase.reminderSubject.text(
                in: language, ["service": settings.serviceName, "count": "\(due.count)"]),
            text: ([Phrase.reminderIntro.text(in: language)] + lines + [Phrase.reminderEnd.text(in: language)])
                .joined(separator: "\n\n"),
            sender: settings.alerts.sender, language: language)
    }
}

extension Phrase {
    fileprivate static func reminder(_ urgency: RightsRequestUrgency) -> Phrase {
        switch urgency {
        case .calm, .fortnight: .reminderFortnight
        case .week: .reminderWeek
        case .days: .reminderDays
        case .tomorrow: .reminderTomorrow
        case .overdue: .reminderOverdue
        }
    }
}
