/// The defects of one message, as one word: reading must not allocate to say that nothing was wrong.
package struct DefectSet: Sendable, Hashable {
    private var bits: UInt64 = 0

    package init() {}

    package init(_ defects: Defect...) {
        for defect in defects { insert(defect) }
    }

    package var isEmpty: Bool { bits == 0 }

    package mutating func insert(_ defect: Defect) { bits |= defect.bit }

    package mutating func formUnion(_ other: DefectSet) { bits |= other.bits }

    package func contains(_ defect: Defect) -> Bool { bits & defect.bit != 0 }

    /// The defects in the order in which `Defect` declares them.
    package var list: [Defect] {
        if bits == 0 { return [] }
        return Defect.allCases.filter { contains($0) }
    }
}

extension Defect {
    /// The place of the case in the declaration, as a bit; there are fewer than 64.
    fileprivate var bit: UInt64 {
        1 << UInt64((Self.allCases.firstIndex(of: self) ?? 0) & 63)
    }
}
