/// Text read from octets: what it says, which charset was used in the end, and what had to be forgiven.
package struct DecodedText: Sendable, Equatable, CustomStringConvertible {
    package let text: String
    package let charset: String
    package let defectSet: DefectSet

    package init(text: String, charset: String, defectSet: DefectSet = DefectSet()) {
        self.text = text
        self.charset = charset
        self.defectSet = defectSet
    }

    package var defects: [Defect] { defectSet.list }

    package var description: String { "<text>" }
}
