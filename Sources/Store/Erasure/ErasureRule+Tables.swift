/// The rules of the tables there are. A new table with personal columns gets its rule beside its like.
extension ErasureRule {
    /// What is remembered of the mail servers.
    static let copies = [
        erased(
            "server_copy", ["message"],
            """
            INSERT INTO erasure_copy (erasure, mailbox, folder, uid_validity, uid)
            SELECT e.erasure, c.mailbox, c.folder, c.uid_validity, c.uid FROM server_copy c, erasing e
            WHERE c.message IN (SELECT id FROM erased_message)
            ON CONFLICT (erasure, mailbox, folder, uid_validity, uid) DO NOTHING
            """,
            "DELETE FROM server_copy WHERE message IN (SELECT id FROM erased_message)"),
        erased(
            "quarantine", ["message", "content"],
            """
            INSERT INTO erasure_copy (erasure, mailbox, folder, uid_validity, uid)
            SELECT e.erasure, q.mailbox, q.folder, q.uid_validity, q.uid FROM quarantine q, erasing e
            WHERE q.message IN (SELECT id FROM erased_message)
            ON CONFLICT (erasure, mailbox, folder, uid_validity, uid) DO NOTHING
            """,
            "DELETE FROM quarantine WHERE message IN (SELECT id FROM erased_message)"),
        erased(
            "intake_ledger", ["message"],
            "UPDATE intake_ledger SET message = NULL WHERE message IN (SELECT id FROM erased_message)"),
    ]

    static let outbox = [
        erased(
            "mail_reference", ["hash", "identity", "entry"],
            "DELETE FROM mail_reference WHERE entry IN (SELECT id FROM erased_entry)",
            // What is left is a keyed hash without a place: by it a mail that is still on a server is known again and
            // not imported a second time.
            "UPDATE mail_reference SET ticket = NULL WHERE ticket IN (SELECT number FROM erased_ticket)"),
        erased("block", ["hash"], "DELETE FROM block WHERE hash IN (SELECT address FROM erasing)"),
        erased("ladder", ["address"], "DELETE FROM ladder WHERE address IN (SELECT address FROM erasing)"),
        erased(
            "courtesy", ["address", "entry"],
            """
            DELETE FROM courtesy WHERE address IN (SELECT address FROM erasing)
            OR entry IN (SELECT id FROM erased_entry)
            """),
        erased(
            "outbox_mail", ["entry", "envelope", "wire"],
            "DELETE FROM outbox_mail WHERE entry IN (SELECT id FROM erased_entry)"),
        erased("letter", ["entry", "owner", "cek"], "DELETE FROM letter WHERE entry IN (SELECT id FROM erased_entry)"),
        erased(
            "outbox", ["id", "reference", "hashes", "recipient"],
            "DELETE FROM outbox WHERE id IN (SELECT id FROM erased_entry)"),
    ]

    static let content = [
        erased(
            "attachment", ["message", "id", "label", "content"],
            "DELETE FROM attachment WHERE message IN (SELECT id FROM erased_message)"),
        erased(
            "idempotency", ["key"],
            """
            DELETE FROM idempotency WHERE EXISTS (SELECT 1 FROM erased_message m
            WHERE m.ticket = idempotency.ticket AND m.position = idempotency.position)
            """),
        // Of what went to the person about others, they have a right to know to whom it went (Art. 15(1)(c)).
        erased(
            "disclosure", ["entry", "person", "message", "author", "particulars"],
            """
            DELETE FROM disclosure WHERE person IN (SELECT person FROM erasing)
            OR ticket IN (SELECT number FROM erased_ticket)
            """),
        erased(
            "answer_before", ["author"],
            """
            DELETE FROM answer_before WHERE EXISTS (SELECT 1 FROM erased_message m
            WHERE m.ticket = answer_before.ticket AND m.position = answer_before.position)
            """),
        // Under the requester's key, so it goes with the requester from the tickets that stay as well.
        erased(
            "draft", ["id", "author", "content"],
            """
            DELETE FROM draft WHERE ticket IN (SELECT number FROM erased_ticket)
            OR ticket IN (SELECT number FROM emptied_ticket)
            """),
        erased(
            "assignment", ["agent"],
            "DELETE FROM assignment WHERE ticket IN (SELECT number FROM erased_ticket)"),
        erased(
            "webhook_event", ["entry"],
            "UPDATE webhook_event SET entry = NULL WHERE entry IN (SELECT id FROM erased_entry)"),
        erased("snooze", [], "DELETE FROM snooze WHERE ticket IN (SELECT number FROM erased_ticket)"),
        erased(
            "message", ["id", "author", "owner", "cek", "content"],
            "DELETE FROM message WHERE ticket IN (SELECT number FROM erased_ticket)",
            // Where somebody else's words stay, a place without words shows that something was said.
            """
            UPDATE message SET author = NULL, owner = (SELECT nobody FROM erasing LIMIT 1), at = at - at % 60000,
                cek = (SELECT no_bytes FROM erasing LIMIT 1), content = (SELECT no_bytes FROM erasing LIMIT 1)
            WHERE owner IN (SELECT person FROM erasing)
            """),
        erased(
            "ticket", ["requester", "particulars"],
            """
            DELETE FROM ticket_relation WHERE ticket IN (SELECT number FROM erased_ticket)
            OR related IN (SELECT number FROM erased_ticket)
            """,
            "DELETE FROM ticket WHERE number IN (SELECT number FROM erased_ticket)"),
    ]

    static let people = [
        erased(
            "participant", ["person"],
            """
            DELETE FROM participant WHERE person IN (SELECT person FROM erasing)
            OR ticket IN (SELECT number FROM erased_ticket)
            """),
        // Its key went with the person's; the mail with its link is among the erased entries.
        erased(
            "opt_in", ["id", "address", "token", "entry", "content"],
            "DELETE FROM opt_in WHERE address IN (SELECT address FROM erasing)"),
        // By default a consent goes whole with the person: as nothing relies on it any more, nothing has to be proved
        // (Art. 17(3)(e)). What stays of it is in the audit log, by a random id.
        erased(
            "consent_withdrawal", ["consent", "author", "evidence"],
            """
            DELETE FROM consent_withdrawal WHERE consent IN (
                SELECT id FROM consent WHERE person IN (SELECT person FROM erasing))
            """),
        erased(
            "consent", ["id", "person", "author", "content"],
            "DELETE FROM consent WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "consent_reach", ["hash", "person"],
            "DELETE FROM consent_reach WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "portal_ask", ["address"], "DELETE FROM portal_ask WHERE address IN (SELECT address FROM erasing)"),
        erased(
            "portal_link", ["hash", "person", "entry"],
            "DELETE FROM portal_link WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "portal_session", ["hash", "person"],
            "DELETE FROM portal_session WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "suppression_lift", ["hash", "author", "evidence"],
            "DELETE FROM suppression_lift WHERE hash IN (SELECT hash FROM erased_hash)"),
        erased(
            "person", ["id", "address", "identity"], "DELETE FROM person WHERE id IN (SELECT person FROM erasing)"),
        // What was asked, when and with what result stays (Art. 5(2)); who asked, and in which words, goes.
        erased(
            "rights_request", ["person", "content", "proved_by", "signed_off_by"],
            """
            UPDATE rights_request SET person = NULL, ticket = NULL, content = NULL
            WHERE person IN (SELECT person FROM erasing)
            """),
        erased(
            "restriction", ["person", "author", "notice"],
            "DELETE FROM restriction WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "withheld_ticket", ["person"], "DELETE FROM withheld_ticket WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "statement", ["id", "message", "person", "author", "content"],
            """
            DELETE FROM statement WHERE person IN (SELECT person FROM erasing)
            OR message IN (SELECT id FROM erased_message)
            """),
        erased(
            "recipient_notice", ["id", "person", "entry", "content"],
            "DELETE FROM recipient_notice WHERE person IN (SELECT person FROM erasing)"),
        // That something was held and for how long stays (Art. 5(2)); about whom, and in what matter, goes.
        erased(
            "legal_hold", ["person", "content"],
            "UPDATE legal_hold SET person = NULL, content = NULL WHERE person IN (SELECT person FROM erasing)"),
        kept("legal_hold", ["id", "set_by", "lifted_by"], because: "who signed a hold; roles and random ids"),
        // The copy goes with the person; that one was made stays, without a name. What still lies in a file opens no
        // more and is removed by the next sweep.
        erased(
            "export", ["person", "key"],
            """
            UPDATE export SET state = 'shredding', key = NULL
            WHERE gone_at IS NULL AND person IN (SELECT person FROM erasing)
            """,
            "UPDATE export SET person = NULL, request = NULL WHERE person IN (SELECT person FROM erasing)"),
        kept("export", ["author"], because: "which role or program asked for a copy (Art. 5(2))"),
        notAbout("export", ["verified_by"], people: "who checked an identity"),
        // How many were concerned stays (Art. 33(5)); who, goes.
        erased(
            "notice_shown", ["person", "entry"],
            "DELETE FROM notice_shown WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "breach_person", ["person"],
            """
            UPDATE breach SET
                erased_people = erased_people + (SELECT COUNT(DISTINCT p.person) FROM breach_person p
                    WHERE p.breach = breach.number AND p.person IN (SELECT person FROM erasing)),
                erased_records = erased_records + (SELECT COALESCE(SUM(p.messages), 0) FROM breach_person p
                    WHERE p.breach = breach.number AND p.person IN (SELECT person FROM erasing))
            WHERE number IN (SELECT breach FROM breach_person WHERE person IN (SELECT person FROM erasing))
            """,
            "DELETE FROM breach_person WHERE person IN (SELECT person FROM erasing)"),
        erased(
            "breach_letter", ["person", "entry"],
            "DELETE FROM breach_letter WHERE person IN (SELECT person FROM erasing)"),
        notAbout("breach_candidate", ["subject", "decided_by", "reasons"], people: "the staff"),
        kept(
            "breach", ["opened_by", "content"],
            because: "the register of breaches (Art. 33(5)); it says what happened and names nobody it happened to"),
        kept(
            "suppression", ["hash"],
            because: "the wish not to be written to must outlive the person's data; a keyed hash alone"),
        kept("spent_token", ["hash"], because: "a single-use link must not work twice; it names nobody"),
        ErasureRule(table: "person_key", columns: ["owner", "wrapped", "commitment"], treatment: .erased([])),
    ]

    static let records = [
        kept("erasure", ["id", "evidence", "entry", "author"], because: "the certificate; a keyed hash alone (A8.5)"),
        erased("erasure", ["brief"]),
        notAbout("erasure", ["verified_by"], people: "who checked an identity"),
        kept("erasure_copy", ["erasure"], because: "where copies are still to be removed, until they are"),
        kept("erasure_mention", ["erasure", "message"], because: "others' messages that are to be looked at"),
        kept("audit", ["object", "details"], because: "accountability (Art. 5(2)); random ids and counts"),
        kept("read_log", ["reader"], because: "who read what, if that becomes a breach (Art. 33)"),
        notAbout("agent", ["id", "profile", "unix_user"], people: "the staff"),
        notAbout("agent_login", ["agent", "credentials"], people: "the staff"),
        notAbout("agent_session", ["hash", "agent"], people: "the staff"),
        notAbout("saved_filter", ["owner", "content"], people: "the staff"),
        notAbout("register_entry", ["author", "content"], people: "the staff and contacts of processors"),
        notAbout("wording", ["content"], people: "the staff"),
        notAbout("consent_purpose", ["author"], people: "the staff"),
        notAbout("consent_text", ["author"], people: "the staff"),
        notAbout("webhook", ["content"], people: "other programs"),
        notAbout("mail_token", ["content"], people: "the operator's mailboxes"),
        notAbout("access_token", ["hash", "label"], people: "the operator's programs"),
        notAbout("store_mark", ["canary"], people: "nobody"),
        notAbout("cabinet", ["root_id"], people: "nobody"),
        notAbout("epoch", ["wrapped", "commitment"], people: "nobody"),
        notAbout("service_key", ["wrapped", "commitment"], people: "nobody"),
    ]
}
