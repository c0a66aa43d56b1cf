/// How long the law of a country has business papers kept, shown when `init` asks for a retention.
///
/// Written down in November 2026 from the laws named, and no legal advice: most mail of a helpdesk falls under none of
/// these, and what does must be kept however short the retention is.
struct StatutoryDuty: Sendable, Hashable {
    let papers: String
    let years: Int
    let law: String

    var line: String { "\(papers): \(years) years (\(law))" }

    static func of(country: String) -> [StatutoryDuty] { table[country.uppercased()] ?? [] }

    static let countries = table.keys.sorted()

    private static let table: [String: [StatutoryDuty]] = [
        "DE": [
            StatutoryDuty(
                papers: "business letters received and sent", years: 6, law: "§ 147(3) AO, § 257(4) HGB"),
            StatutoryDuty(papers: "vouchers, invoices among them", years: 8, law: "§ 147(3) AO, § 257(4) HGB"),
        ],
        "AT": [
            StatutoryDuty(
                papers: "books, vouchers and business papers that matter for taxes", years: 7,
                law: "§ 132(1) BAO, § 212(1) UGB")
        ],
        "CH": [
            StatutoryDuty(
                papers: "books and vouchers; letters where they are vouchers", years: 10, law: "Art. 958f OR")
        ],
        "FR": [
            StatutoryDuty(
                papers: "accounting documents and what proves them", years: 10, law: "art. L123-22 C. com."),
            StatutoryDuty(papers: "documents the tax office may ask for", years: 6, law: "art. L102 B LPF"),
        ],
        "NL": [
            StatutoryDuty(
                papers: "the administration of a business", years: 7, law: "art. 52(4) AWR, art. 2:10(3) BW")
        ],
        "BE": [
            StatutoryDuty(papers: "vouchers", years: 7, law: "art. III.86 WER/CDE"),
            StatutoryDuty(papers: "invoices and VAT documents", years: 10, law: "art. 60 § 4 WBTW/CTVA"),
        ],
        "LU": [StatutoryDuty(papers: "accounting documents and letters", years: 10, law: "art. 16 C. com.")],
        "IT": [
            StatutoryDuty(
                papers: "records, invoices, letters received and copies of those sent", years: 10,
                law: "art. 2220 c.c.")
        ],
        "ES": [
            StatutoryDuty(
                papers: "books, letters, documents and vouchers of the business", years: 6, law: "art. 30 C. de c.")
        ],
        "PT": [
            StatutoryDuty(papers: "letters, documents and accounts", years: 10, law: "art. 40 C. com.")
        ],
        "PL": [
            StatutoryDuty(papers: "accounting vouchers", years: 5, law: "art. 74(2) ustawy o rachunkowości"),
            StatutoryDuty(
                papers: "tax books and their documents, from the end of the year the tax was due", years: 5,
                law: "art. 86 § 1, art. 70 § 1 Ordynacji podatkowej"),
        ],
        "DK": [StatutoryDuty(papers: "accounting material", years: 5, law: "§ 12 bogføringsloven")],
        "SE": [StatutoryDuty(papers: "accounting information", years: 7, law: "7 kap. 2 § bokföringslagen")],
        "IE": [StatutoryDuty(papers: "books and linking documents", years: 6, law: "s. 886 TCA 1997")],
    ]

    /// What `init` shows before it asks.
    static func words(country: String) -> String {
        let duties = of(country: country)
        guard !duties.isEmpty else {
            return "The law of your country may have some business papers kept for years; ticketd has no table for it."
        }
        let lines = duties.map { "  \($0.line)" }
        return
            (["What the law has kept (\(country.uppercased()); no legal advice):"] + lines
            + [
                "Most requests are neither. What is, keep with your books, or label and hold it; the retention here is",
                "for everything else: as long as you need it and no longer (Art. 5(1)(e) GDPR).",
            ]).joined(separator: "\n")
    }
}
