/// What was forgiven: found with the structure, or by looking at the header again.
extension Message {
    var defectSet: DefectSet {
        var set = tree.defects
        set.formUnion(headerDefects)
        return set
    }

    private var headerDefects: DefectSet {
        var set = DefectSet()
        let counts = fieldCounts
        if counts.from == 0 { set.insert(.missingFrom) }
        if counts.date == 0 { set.insert(.missingDate) }
        if counts.messageID == 0 { set.insert(.missingMessageID) }
        if counts.from > 1 { set.insert(.duplicateFrom) }
        if counts.subject > 1 { set.insert(.duplicateSubject) }
        if counts.others > 1 || counts.date > 1 || counts.messageID > 1 { set.insert(.duplicateHeader) }
        if counts.date > 0 && dateSeconds == nil { set.insert(.invalidDate) }
        if counts.messageID > 0 && messageID == nil { set.insert(.invalidMessageID) }
        let authors = from
        if counts.from > 0, authors.isEmpty || authors.contains(where: { $0.email == nil }) { set.insert(.oddAddress) }
        if authors.count >= tree.limits.addresses || to.count >= tree.limits.addresses { set.insert(.tooManyAddresses) }
        if holds8bitHeader { set.insert(.unencoded8bitHeader) }
        if bytes.withUnsafeBufferPointer({ ByteSearch.first(.nul, in: $0, from: 0) }) != nil { set.insert(.nulByte) }
        return set
    }

    /// How often the fields that may stand once do (RFC 5322 §3.6); `others` is the highest count of the rest.
    private struct FieldCounts {
        var from = 0
        var date = 0
        var messageID = 0
        var subject = 0
        var others = 0
    }

    private var fieldCounts: FieldCounts {
        var counts = FieldCounts()
        counts.from = tree.fields("from", of: 0).count
        counts.date = tree.fields("date", of: 0).count
        counts.messageID = tree.fields("message-id", of: 0).count
        counts.subject = tree.fields("subject", of: 0).count
        for name in ["sender", "reply-to", "to", "cc", "in-reply-to", "references", "content-type"] {
            counts.others = max(counts.others, tree.fields(name, of: 0).count)
        }
        return counts
    }

    /// Octets beyond ASCII that are not UTF-8 (RFC 6532 allows UTF-8).
    private var holds8bitHeader: Bool {
        let range = root.headerRange
        return bytes.withUnsafeBufferPointer { bytes in
            let header = UnsafeBufferPointer(rebasing: bytes[range])
            return !TextDecoder.isASCII(header) && String(validating: header, as: UTF8.self) == nil
        }
    }
}
