/// The rules of the tables there are. A new table gets its rule beside its like, one line a table.
extension RetentionRule {
    static let tickets: [RetentionRule] = [
        .withTicket("ticket"),
        .withTicket("ticket_relation"),
        .withTicket("message"),
        .withTicket("attachment"),
        .withTicket("outbox"),
        .withTicket("outbox_mail"),
        .withTicket("disclosure"),
        .withTicket("assignment"),
        .withTicket("answer_before"),
        .withTicket("server_copy"),
        .ended("expired_copy", by: "expunging the copy on its server"),
        .withTicket("news"),
        .ended("snooze", by: "the ticket's coming back"),
        .swept("draft", after: .days(30), "DELETE FROM draft WHERE saved_at < ?"),
        .swept("idempotency", after: .hours(24), "DELETE FROM idempotency WHERE at < ?"),
        .ended("quarantine", by: "the daily look at the quarantine, after a human has looked"),
        .ended("intake_folder", by: "the mailbox, whose place it is"),
        .ended("intake_ledger", by: "telling the server"),
        .ended("letter", by: "the last step of the erasure it confirms"),
        .standing(
            "mail_reference",
            because: "a keyed hash by which a mail that a server still holds is not imported a second time"),
    ]

    static let people: [RetentionRule] = [
        .withPerson("person"),
        .withPerson("participant"),
        .withPerson("person_key"),
        .withPerson("notice_shown"),
        .standing("notice_version", because: "the words that were shown to somebody; they name nobody who read them"),
        .standing("suppression", because: "the wish not to be written to; a keyed hash, reviewed after 5 years"),
        .swept("suppression_lift", after: .yearsAfterTheYear(3), "DELETE FROM suppression_lift WHERE at < ?"),
        .swept("courtesy", after: .days(30), "DELETE FROM courtesy WHERE at < ?"),
        .standing("block", because: "the operator's own, until it is removed; a keyed hash, and nothing else"),
        .swept("ladder", after: .hours(24), "DELETE FROM ladder WHERE since < ?"),
        // The proof of Art. 7(1) is needed while the consent is relied on, and three years beyond its end.
        .swept(
            "consent", after: .yearsAfterTheYear(3),
            "DELETE FROM consent WHERE id IN (SELECT consent FROM consent_withdrawal WHERE at < ?)"),
        .swept(
            "consent_withdrawal", after: .yearsAfterTheYear(3),
            "DELETE FROM consent_withdrawal WHERE at < ? AND consent NOT IN (SELECT id FROM consent)"),
        .withPerson("consent_reach"),
        .standing("consent_purpose", because: "the controller's own; it names nobody who consented"),
        .standing("consent_text", because: "the exact words that a consent names"),
        .standing("consent_form", because: "the exact form that a consent names"),
        .ended("opt_in", by: "the loop that answers wishes, a week after they were uttered"),
        .ended("portal_ask", by: "the answer, seconds later"),
        .ended("portal_link", by: "the hourly look at links, when their time is over"),
        .ended("portal_session", by: "the hourly look at sessions"),
        .standing("spent_token", because: "a single-use link must not work twice; it names nobody"),
    ]

    static let records: [RetentionRule] = [
        // What was asked and answered stays as a line without a person; the words go a month after the answer.
        .swept(
            "rights_request",
            (
                after: .days(30),
                """
                UPDATE rights_request SET person = NULL, ticket = NULL, content = NULL
                WHERE decided_at < ? AND content IS NOT NULL
                """
            ),
            (after: .yearsAfterTheYear(3), "DELETE FROM rights_request WHERE decided_at < ?")),
        .swept(
            "erasure_mention", after: .yearsAfterTheYear(3),
            "DELETE FROM erasure_mention WHERE erasure IN (SELECT id FROM erasure WHERE finished_at < ?)"),
        .swept("erasure", after: .yearsAfterTheYear(3), "DELETE FROM erasure WHERE finished_at < ?"),
        .ended("erasure_copy", by: "the erasure that removes the copy"),
        .standing("audit", because: "a chain that is cut cannot be checked; random ids and counts (Art. 5(2))"),
        .swept("read_log", after: .yearsAfterTheYear(3), "DELETE FROM read_log WHERE hour * 3600000 < ?"),
        .swept("legal_hold", after: .yearsAfterTheYear(3), "DELETE FROM legal_hold WHERE lifted_at < ?"),
        .ended("restriction", by: "the lifting, of which the person was told"),
        .ended("withheld_ticket", by: "the lifting"),
        .swept("export", after: .yearsAfterTheYear(3), "DELETE FROM export WHERE gone_at < ?"),
        .withTicket("statement"),
        .withPerson("recipient_notice"),
        .swept("breach_candidate", after: .yearsAfterTheYear(3), "DELETE FROM breach_candidate WHERE decided_at < ?"),
        .standing("breach", because: "the register of breaches (Art. 33(5)); it names nobody it happened to"),
        .withPerson("breach_person"),
        .withPerson("breach_letter"),
        .standing("register_entry", because: "what the operator stated to answer for the processing (Art. 5(2), 30)"),
        .standing("retention", because: "how retention stands; numbers of a mailbox"),
        .standing("statistic", because: "counts by day, which name nobody; those under ten are not yet folded"),
    ]

    static let staff: [RetentionRule] = [
        .ended("agent", by: "offboarding, which destroys the profile; the id stays in what the agent wrote"),
        .ended("agent_login", by: "offboarding"),
        .swept("agent_session", after: .hours(12), "DELETE FROM agent_session WHERE begun_at < ?"),
        .standing("saved_filter", because: "the staff's own, until they delete it"),
        .standing("wording", because: "the staff's own, until they delete it"),
        .swept("access_token", after: .days(90), "DELETE FROM access_token WHERE expires_at < ?"),
        .standing("webhook", because: "the operator's own, until it is removed"),
        .swept("webhook_event", after: .days(30), "DELETE FROM webhook_event WHERE at < ?"),
    ]

    static let operation: [RetentionRule] = [
        .ended("mail_token", by: "signing the mailbox out; a newer token takes its place"),
        .ended("alarm", by: "the all-clear"),
        .ended("compliance_check", by: "the next run of the checks, which writes it anew"),
        .ended("backup", by: "the pruning of backups, after backup.desk.keep and backup.keys.keep"),
        .standing("schema_step", because: "the form of the file"),
        .standing("store_mark", because: "the file itself"),
        .standing("counter", because: "numbers of the desk"),
        .standing("mailbox", because: "the operator's words"),
        .standing("cabinet", because: "the file itself"),
        .standing("epoch", because: "replaced by a rotation of keys"),
        .standing("service_key", because: "replaced by a rotation of keys"),
    ]
}
