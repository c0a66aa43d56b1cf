import Testing

@testable import Store

/// The export plan speaks of every column that can hold personal data.
@Suite struct ExportRuleTests {
    /// Whoever adds a table with personal columns adds its rule to `ExportRule+Tables.swift`: where a person finds it
    /// in the copy, or why it stays with us.
    @Test func `Art 15 no column with personal data is without a rule`() {
        for entry in FieldDictionary.entries where entry.kind != .clear {
            let isCovered = ExportRule.all.contains {
                $0.table == entry.table && $0.columns.contains(entry.column)
            }
            #expect(isCovered, "\(entry.table).\(entry.column) is \(entry.kind.rawValue) and no export rule names it")
        }
    }

    @Test func `every rule names columns there are, once`() {
        var seen: Set<String> = []
        for rule in ExportRule.all {
            for column in rule.columns {
                let entry = FieldDictionary.entry(table: rule.table, column: column)
                #expect(entry != nil && entry?.kind != .clear, "\(rule.table).\(column)")
                #expect(seen.insert("\(rule.table).\(column)").inserted, "\(rule.table).\(column) twice")
            }
        }
    }

    @Test func `a rule that withholds says why, and one that exports says where`() {
        for rule in ExportRule.all {
            switch rule.treatment {
            case .exported(let place): #expect(place.contains("/") || place.contains("data.json"), "\(rule.table)")
            case .withheld(let reason): #expect(reason.count > 15, "\(rule.table)")
            case .notAbout(let people): #expect(!people.isEmpty, "\(rule.table)")
            }
        }
    }
}
