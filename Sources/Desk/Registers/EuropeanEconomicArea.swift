/// Where the GDPR is law, and where the Commission has found that data are protected as well (Art. 45).
package enum EuropeanEconomicArea {
    /// The 27 members of the Union and, by Decision 154/2018 of the EEA Joint Committee, three more.
    package static let countries: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT", "LI",
        "LT",
        "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
    ]

    /// Countries with an adequacy decision as far as this program knows, and when that was looked at. Canada (for
    /// commercial organisations) and the United States (for firms on the list of the Data Privacy Framework) are
    /// adequate for some recipients only, so that somebody has to say so.
    package static let adequate: Set<String> = [
        "AD", "AR", "CH", "FO", "GB", "GG", "IL", "IM", "JE", "JP", "KR", "NZ", "UY",
    ]
    package static let adequateInPart: Set<String> = ["CA", "US"]
    package static let adequacyAsOf = "2026-11"

    package static func contains(_ country: String) -> Bool { countries.contains(country.uppercased()) }
}
