import GRDB
import Testing

@testable import Store

/// The erasure plan reaches every column that can hold personal data.
@Suite struct ErasureRuleTests {
    /// Whoever adds a table with personal columns adds its rule to `ErasureRule+Tables.swift`: what an erasure
    /// removes, or why it stays.
    @Test func `P8 no column with personal data is without a rule`() {
        for entry in FieldDictionary.entries where entry.kind != .clear {
            let isCovered = ErasureRule.all.contains {
                $0.table == entry.table && $0.columns.contains(entry.column)
            }
            #expect(isCovered, "\(entry.table).\(entry.column) is \(entry.kind.rawValue) and no erasure rule names it")
        }
    }

    @Test func `every rule names columns there are, once`() {
        var seen: Set<String> = []
        for rule in ErasureRule.all {
            for column in rule.columns {
                let entry = FieldDictionary.entry(table: rule.table, column: column)
                #expect(entry != nil && entry?.kind != .clear, "\(rule.table).\(column)")
                #expect(seen.insert("\(rule.table).\(column)").inserted, "\(rule.table).\(column) twice")
            }
        }
    }

    @Test func `a rule that keeps something says why`() {
        for rule in ErasureRule.all {
            switch rule.treatment {
            case .erased: break
            case .kept(let reason): #expect(reason.count > 15, "\(rule.table)")
            case .notAbout(let people): #expect(!people.isEmpty, "\(rule.table)")
            }
        }
    }
}
