/// The rules of the tables there are. A new table with personal columns gets its rule beside its like.
extension ExportRule {
    /// What was said.
    static let content = [
        exported("message", ["id", "author", "content"], as: "data.json: messages; messages/; tickets/"),
        withheld("message", ["owner"], because: "says under whose key a message lies; the same for every message"),
        withheld("message", ["cek"], because: "a wrapped key; the message it opens is in the export"),
        exported("attachment", ["message", "id", "label", "content"], as: "attachments/; data.json: attachments"),
        exported("ticket", ["requester", "particulars"], as: "data.json: tickets; tickets.csv"),
        exported("draft", ["content"], as: "data.json: drafts"),
        withheld("draft", ["id", "author"], because: "which of the staff writes it (C-579/21)"),
        exported("quarantine", ["message", "content"], as: "originals/; data.json: originals"),
        exported("outbox", ["recipient"], as: "data.json: messages, to and delivery"),
        withheld(
            "outbox", ["id", "reference", "hashes"],
            because: "numbers and keyed hashes of a mail whose text and fate are in the export"),
        withheld(
            "outbox_mail", ["entry", "envelope", "wire"],
            because: "the bytes of a mail until it has left; its text is in the export"),
        withheld("letter", ["entry", "owner", "cek"], because: "keys of letters that the person gets by mail"),
    ]

    /// Who somebody is, and what they wished.
    static let people = [
        exported("person", ["identity"], as: "data.json: person"),
        withheld("person", ["id", "address"], because: "a random number and a keyed hash of the address"),
        exported("participant", ["person"], as: "data.json: tickets"),
        exported("notice_shown", ["person"], as: "data.json: notices"),
        withheld("notice_shown", ["entry"], because: "a number of the mail that brought the notice"),
        exported("suppression", ["hash"], as: "data.json: unsubscribes"),
        exported("suppression_lift", ["hash", "evidence"], as: "data.json: resubscribes"),
        withheld("suppression_lift", ["author"], because: "which of the staff recorded it (C-579/21)"),
        exported("disclosure", ["person", "message", "particulars"], as: "data.json: disclosures"),
        withheld("disclosure", ["entry", "author"], because: "a number, and which of the staff sent it (C-579/21)"),
        exported("rights_request", ["person", "content"], as: "data.json: requests"),
        withheld(
            "rights_request", ["proved_by", "signed_off_by"], because: "which of the staff decided (C-579/21)"),
        exported("erasure", ["id", "evidence"], as: "data.json: erasures"),
        withheld(
            "erasure", ["brief", "entry", "author"],
            because: "name and address until an erasure is over, which nobody reads; who ordered it (C-579/21)"),
        exported("export", ["person"], as: "data.json: exports"),
        withheld("export", ["key", "author"], because: "a wrapped key; who ordered it (C-579/21)"),
        exported("consent", ["id", "person", "content"], as: "data.json: consents"),
        withheld("consent", ["author"], because: "which of the staff took it down (C-579/21)"),
        exported("consent_withdrawal", ["consent", "evidence"], as: "data.json: consents, withdrawal"),
        withheld("consent_withdrawal", ["author"], because: "which of the staff took it down (C-579/21)"),
        withheld(
            "consent_reach", ["hash", "person"], because: "a keyed hash by which a link finds what it may withdraw"),
        exported("restriction", ["person"], as: "data.json: restrictions"),
        withheld(
            "restriction", ["author", "notice"],
            because: "which of the staff restricted (C-579/21); a number of the mail that says when it ends"),
        exported("legal_hold", ["person"], as: "data.json: holds"),
        withheld(
            "legal_hold", ["id", "content", "set_by", "lifted_by"],
            because: "what a claim is about is for its defence; a human decides whether to tell (Art. 15(4))"),
        exported("statement", ["message", "person", "content"], as: "data.json: statements"),
        withheld("statement", ["id", "author"], because: "a number, and which of the staff took it down (C-579/21)"),
        exported("recipient_notice", ["person", "content"], as: "data.json: recipientNotices"),
        withheld("recipient_notice", ["id", "entry"], because: "numbers of a mail whose fate is in the export"),
        withheld("breach_person", ["person"], because: "whom a breach concerns is told by its letter (Art. 34)"),
        withheld("breach_letter", ["person", "entry"], because: "that the letter was sent; it is among the messages"),
        exported("read_log", ["reader"], as: "data.json: reads, without who it was"),
    ]

    /// What makes the desk work and says nothing that the export does not say in words.
    static let technical = [
        withheld("server_copy", ["message"], because: "where a mail that is in the export lies on the mail server"),
        withheld("intake_ledger", ["message"], because: "how far a mail that is in the export was taken in"),
        withheld(
            "mail_reference", ["hash", "identity", "entry"],
            because: "keyed hashes by which an answer finds the ticket; they say nothing more"),
        withheld("courtesy", ["address", "entry"], because: "counts automatic mails for a day, by keyed hashes"),
        withheld("block", ["hash"], because: "whose new mail opens no ticket, by a keyed hash"),
        withheld("ladder", ["address"], because: "counts automatic mails to an address, by a keyed hash"),
        withheld("withheld_ticket", ["person"], because: "tickets that are withheld; the restriction is in the export"),
        withheld("idempotency", ["key"], because: "knows a repeated call of a program for a day; a keyed hash"),
        withheld("answer_before", ["author"], because: "which of the staff can take an answer back (C-579/21)"),
        withheld("assignment", ["agent"], because: "which of the staff works on a ticket (C-579/21)"),
        withheld("webhook_event", ["entry"], because: "a number of a mail whose fate is in the export"),
        withheld(
            "portal_ask", ["address"], because: "to whom a link is to be mailed; gone within seconds"),
        withheld(
            "portal_link", ["hash", "person", "entry"], because: "that a link was mailed; gone within a week"),
        withheld("portal_session", ["hash", "person"], because: "that the person is signed in; gone within an hour"),
        withheld(
            "opt_in", ["id", "address", "token", "entry", "content"],
            because: "a wish nobody has confirmed, whose author nobody knows; gone within a week"),
        withheld("spent_token", ["hash"], because: "that a link was used; it names nobody"),
        withheld("person_key", ["owner", "wrapped", "commitment"], because: "keys; what they open is in the export"),
        withheld(
            "audit", ["object", "details"],
            because: "what was done, by random ids; when tickets were read is in the export (C-579/21)"),
        withheld("erasure_copy", ["erasure"], because: "where copies of an erased person lie; nobody can ask for it"),
        withheld("erasure_mention", ["erasure", "message"], because: "places where an erased person is named"),
    ]

    static let others = [
        notAbout("erasure", ["verified_by"], people: "who checked an identity"),
        notAbout("export", ["verified_by"], people: "who checked an identity"),
        notAbout("agent", ["id", "profile", "unix_user"], people: "the staff"),
        notAbout("agent_login", ["agent", "credentials"], people: "the staff"),
        notAbout("agent_session", ["hash", "agent"], people: "the staff"),
        notAbout("saved_filter", ["owner", "content"], people: "the staff"),
        notAbout("wording", ["content"], people: "the staff"),
        notAbout("webhook", ["content"], people: "other programs"),
        notAbout("register_entry", ["author", "content"], people: "the staff and contacts of processors"),
        notAbout("breach_candidate", ["subject", "decided_by", "reasons"], people: "the staff"),
        notAbout("breach", ["opened_by", "content"], people: "nobody it happened to; who decided"),
        notAbout("consent_purpose", ["author"], people: "the staff"),
        notAbout("consent_text", ["author"], people: "the staff"),
        notAbout("mail_token", ["content"], people: "the operator's mailboxes"),
        notAbout("access_token", ["hash", "label"], people: "the operator's programs"),
        notAbout("store_mark", ["canary"], people: "nobody"),
        notAbout("cabinet", ["root_id"], people: "nobody"),
        notAbout("epoch", ["wrapped", "commitment"], people: "nobody"),
        notAbout("service_key", ["wrapped", "commitment"], people: "nobody"),
    ]
}
