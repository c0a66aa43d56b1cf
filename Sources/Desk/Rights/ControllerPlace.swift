package import Foundation

/// Where the controller is, as far as a legal day depends on it: the day changes at midnight of the capital.
package enum ControllerPlace {
    private static let zones = [
        "AT": "Vienna", "BE": "Brussels", "BG": "Sofia", "CH": "Zurich", "CY": "Nicosia", "CZ": "Prague",
        "DE": "Berlin", "DK": "Copenhagen", "EE": "Tallinn", "ES": "Madrid", "FI": "Helsinki", "FR": "Paris",
        "GB": "London", "GR": "Athens", "HR": "Zagreb", "HU": "Budapest", "IE": "Dublin", "IT": "Rome",
        "LI": "Vaduz", "LT": "Vilnius", "LU": "Luxembourg", "LV": "Riga", "MT": "Malta", "NL": "Amsterdam",
        "NO": "Oslo", "PL": "Warsaw", "PT": "Lisbon", "RO": "Bucharest", "SE": "Stockholm", "SI": "Ljubljana",
        "SK": "Bratislava",
    ]

    /// UTC where the country is unknown, or the machine has no tables of time zones.
    package static func zone(ofCountry country: String) -> TimeZone {
        let code = country.uppercased()
        let name = code == "IS" ? "Atlantic/Reykjavik" : zones[code].map { "Europe/\($0)" }
        return name.flatMap { TimeZone(identifier: $0) } ?? TimeZone.gmt
    }
}
