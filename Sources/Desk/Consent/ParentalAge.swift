/// From which age somebody consents alone where a service is offered directly to children (Art. 8(1)): sixteen, or what
/// the state chose, not below thirteen. As of 2026-11; Norway has announced fifteen.
package enum ParentalAge {
    package static let standard = 16

    package static let ages: [String: Int] = [
        "AT": 14, "BE": 13, "BG": 14, "CY": 14, "CZ": 15, "DE": 16, "DK": 15, "EE": 13, "ES": 14, "FI": 13, "FR": 15,
        "GB": 13, "GR": 15, "HR": 16, "HU": 16, "IE": 16, "IS": 13, "IT": 14, "LI": 16, "LT": 14, "LU": 16, "LV": 13,
        "MT": 13, "NL": 16, "NO": 13, "PL": 16, "PT": 13, "RO": 16, "SE": 13, "SI": 15, "SK": 16,
    ]

    package static func years(in country: String) -> Int {
        ages[country.uppercased()] ?? standard
    }
}
