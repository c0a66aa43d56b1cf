/// What stays although its time is over, as conditions of SQL, one a line.
///
/// A table with rows that a ticket or a person has to be kept for gets its line here.
enum RetentionExemption {
    /// About a ticket `t`.
    static let tickets = [
        // It is not over: a mail of it is on its way.
        "EXISTS (SELECT 1 FROM outbox o WHERE o.ticket = t.number AND o.state < 10)",
        // It ends by its own rule, after a human has looked.
        "EXISTS (SELECT 1 FROM quarantine q WHERE q.ticket = t.number)",
        // Somebody asked for a right: what the answer needs stays until there is one.
        """
        EXISTS (SELECT 1 FROM rights_request r
        WHERE r.decided_at IS NULL AND (r.ticket = t.number OR r.person = t.requester))
        """,
        // Restricted data are only stored (Art. 18(2)); a legal hold keeps what a claim needs (Art. 17(3)).
        """
        EXISTS (SELECT 1 FROM restriction r WHERE r.person = t.requester
        OR r.person IN (SELECT m.owner FROM message m WHERE m.ticket = t.number))
        """,
        """
        EXISTS (SELECT 1 FROM legal_hold h WHERE h.lifted_at IS NULL AND (h.person = t.requester
        OR h.person IN (SELECT m.owner FROM message m WHERE m.ticket = t.number)))
        """,
    ]

    /// About a person `p.person`, of whom the tickets in `erased_ticket` are about to go.
    static let people = [
        """
        EXISTS (SELECT 1 FROM ticket t WHERE t.requester = p.person
        AND t.number NOT IN (SELECT number FROM erased_ticket))
        """,
        """
        EXISTS (SELECT 1 FROM message m WHERE m.owner = p.person
        AND m.ticket NOT IN (SELECT number FROM erased_ticket))
        """,
        """
        EXISTS (SELECT 1 FROM participant a WHERE a.person = p.person
        AND a.ticket NOT IN (SELECT number FROM erased_ticket))
        """,
        """
        EXISTS (SELECT 1 FROM disclosure d WHERE d.person = p.person
        AND d.ticket NOT IN (SELECT number FROM erased_ticket))
        """,
        "EXISTS (SELECT 1 FROM rights_request r WHERE r.person = p.person)",
        "EXISTS (SELECT 1 FROM restriction r WHERE r.person = p.person)",
        "EXISTS (SELECT 1 FROM legal_hold h WHERE h.lifted_at IS NULL AND h.person = p.person)",
        "EXISTS (SELECT 1 FROM letter l WHERE l.owner = p.person)",
        "EXISTS (SELECT 1 FROM opt_in i JOIN person q ON q.address = i.address WHERE q.id = p.person)",
        "EXISTS (SELECT 1 FROM portal_link k WHERE k.person = p.person)",
        "EXISTS (SELECT 1 FROM portal_session s WHERE s.person = p.person)",
        "EXISTS (SELECT 1 FROM consent c WHERE c.person = p.person)",
        "EXISTS (SELECT 1 FROM export x WHERE x.person = p.person AND x.gone_at IS NULL)",
        """
        EXISTS (SELECT 1 FROM breach_person b JOIN breach q ON q.number = b.breach
        WHERE b.person = p.person AND q.state = 'open')
        """,
        "EXISTS (SELECT 1 FROM erasing e WHERE e.nobody = p.person)",
    ]

    static let ticketStays = "(" + tickets.joined(separator: " OR ") + ")"
    static let personStays = "(" + people.joined(separator: " OR ") + ")"
}
