package import Mail

/// Addresses that belong to a place in a firm and not to a person: whoever reads `info@` may not be who wrote from it.
///
/// To let data out of such an account or to destroy it, that its mail can be read is not enough (Art. 12(6)): somebody
/// says with what authority they speak for those who use it, and that statement is kept with the check of identity.
package enum RoleAccount {
    /// The part before the `@`, without its tag, in lower case (RFC 2142, and what firms use besides).
    private static let names: Set<String> = [
        "abuse", "accounting", "accounts", "admin", "administration", "anfrage", "bestellung", "bestellungen",
        "billing",
        "bewerbung", "booking", "buchhaltung", "buero", "careers", "compliance", "contact", "contabilidad",
        "datenschutz",
        "dpo", "einkauf", "empfang", "export", "facturacion", "finance", "gdpr", "geschaeftsfuehrung", "hello", "help",
        "helpdesk", "hostmaster", "hr", "import", "info", "information", "invoice", "invoices", "it", "jobs", "kanzlei",
        "kasse", "kontakt", "kundenservice", "legal", "leitung", "mail", "management", "marketing", "news", "noc",
        "office", "order", "orders", "personal", "poststelle", "praxis", "press", "presse", "privacy", "purchasing",
        "rechnung", "rechnungen", "reception", "recht", "recruiting", "redaktion", "registrar", "reklamation",
        "rezeption", "root", "sales", "sekretariat", "security", "service", "shop", "store", "support", "team",
        "technik", "verkauf", "vertrieb", "versand", "verwaltung", "warehouse", "webmaster", "welcome", "zentrale",
    ]

    package static func isRole(_ address: EmailAddress?) -> Bool {
        guard let address else { return false }
        let local = address.withoutTag.normalized.prefix { $0 != "@" }.lowercased()
        return names.contains(local)
    }

    /// The rule that erasing, access and export share.
    package static func requireAuthority(for address: EmailAddress?, statedBy statement: String?) throws(DeskRefusal) {
        guard isRole(address) else { return }
        guard let statement, statement.contains(where: { !$0.isWhitespace }) else {
            throw .invalid(
                field: "authority",
                expected:
                    "with what authority the asker speaks for this account, which belongs to a place, not a person")
        }
        guard statement.utf8.count <= Limits.lineBytes, statement.isOneLine else {
            throw .invalid(field: "authority", expected: "one line of at most \(Limits.lineBytes) bytes")
        }
    }

    /// A link to a shared account proves nothing about who opened it.
    package static func refuseSelfService(of address: EmailAddress?) throws(DeskRefusal) {
        guard !isRole(address) else {
            throw .invalid(
                field: "address",
                expected: "a personal address; for a shared account somebody has to state their authority")
        }
    }
}
