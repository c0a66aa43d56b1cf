import Foundation
import Testing

@testable import Web

struct StyleSheetTests {
    // WCAG 2.2, 1.4.3 (text 4.5:1) and 1.4.11 (controls 3:1).
    @Test(arguments: [
        ("text", "ground", 7.0), ("text", "card", 7), ("text", "note", 7), ("quiet", "ground", 4.5),
        ("quiet", "card", 4.5), ("accent", "ground", 4.5), ("accent", "card", 4.5), ("on-accent", "accent", 4.5),
        ("on-accent", "accent-hover", 4.5), ("good", "card", 4.5), ("edge", "card", 3), ("accent", "note", 3),
        ("bad", "card", 4.5), ("accent", "ground", 3),
    ])
    func `text and controls stand out from their ground in light and dark`(
        front: String, back: String, least: Double
    ) throws {
        let halves = StyleSheet.text.split(separator: "prefers-color-scheme: dark", maxSplits: 1)
        for half in halves {
            let ratio = try contrast(try colour(front, in: half), try colour(back, in: half))
            #expect(ratio >= least, "\(front) on \(back): \(ratio)")
        }
    }

    @Test func `nothing comes from elsewhere and every class is used`() {
        let sheet = StyleSheet.text
        for word in ["url(", "@import", "@font-face", "http", "expression"] { #expect(!sheet.contains(word)) }
        #expect(sheet.count { $0 == "{" } == sheet.count { $0 == "}" })
        let templates = Pages.templates.values.joined()
        for match in sheet.matches(of: /\.([a-z]+)[ ,.:{]/) { #expect(templates.contains(match.1), "\(match.1)") }
    }

    private func colour(_ name: String, in text: Substring) throws -> [Double] {
        let pattern = try Regex("--\(name): #([0-9a-f]{6});", as: (Substring, Substring).self)
        let digits = try #require(text.firstMatch(of: pattern)?.output.1)
        let value = try #require(Int(digits, radix: 16))
        return [value >> 16, value >> 8 & 255, value & 255].map { Double($0) / 255 }
    }

    /// Relative luminance and contrast as WCAG defines them.
    private func contrast(_ first: [Double], _ second: [Double]) throws -> Double {
        let luminance = { (colour: [Double]) -> Double in
            let linear = colour.map { $0 <= 0.04045 ? $0 / 12.92 : pow(($0 + 0.055) / 1.055, 2.4) }
            return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
        }
        let (light, dark) = (max(luminance(first), luminance(second)), min(luminance(first), luminance(second)))
        return (light + 0.05) / (dark + 0.05)
    }
}
