/// Which parts are attachments.
extension Message {
    /// Everything that is not the text of the mail, in document order. An attached message is one attachment; what is
    /// attached to that message follows it, marked as nested, unless it came back in a report (RFC 6522).
    package var attachments: [Attachment] {
        var found: [Attachment] = []
        var next = 0
        while next >= 0 {
            let part = Part(tree: tree, id: next)
            var descends = part.isMultipart
            if !part.isMultipart && !isBody(part) && !isMacintoshHalf(part) {
                found.append(attachment(part))
                descends = part.embedded != nil && part.parent?.contentType.subtype != "report"
            }
            next = following(next, descending: descends)
        }
        return found
    }

    /// The entity after `index` in document order, with or without those inside it.
    private func following(_ index: Int, descending: Bool) -> Int {
        let node = tree.nodes[index]
        if descending && node.firstChild >= 0 && node.kind != .leaf { return node.firstChild }
        var at = index
        while at >= 0, tree.nodes[at].nextSibling < 0 { at = tree.nodes[at].parent }
        return at >= 0 ? tree.nodes[at].nextSibling : -1
    }

    /// Text that a mail program shows as the mail: plain or HTML, without a name, not sent as an attachment.
    private func isBody(_ part: Part) -> Bool {
        guard part.isLeaf, part.disposition != .attachment, !isInAppleDouble(part) else { return false }
        let type = part.contentType
        guard type.type == "text", ["plain", "html", "enriched"].contains(type.subtype) else { return false }
        return part.filename == nil
    }

    private func attachment(_ part: Part) -> Attachment {
        let contentID = part.contentID
        let isRelated = part.parent?.contentType.subtype == "related"
        let name = part.filename ?? (isInAppleDouble(part) ? part.parent?.children.first?.filename : nil)
        return Attachment(
            part: part, filename: name.flatMap { FileName.cleaned($0) }, mediaType: part.contentType.mediaType,
            contentID: contentID, isInline: part.disposition == .inline || (contentID != nil && isRelated),
            size: size(of: part),
            isNested: isInsideMessage(part))
    }

    private func size(of part: Part) -> Int {
        var size = 0
        decode(part) { size += $0.count }
        return size
    }

    /// RFC 1740 §4: a Macintosh file comes as its header and its data, which are one file to everybody else.
    private func isMacintoshHalf(_ part: Part) -> Bool {
        guard isInAppleDouble(part), part.contentType.mediaType == "application/applefile" else { return false }
        return part.parent?.children.contains { $0.contentType.mediaType != "application/applefile" } ?? false
    }

    private func isInAppleDouble(_ part: Part) -> Bool { part.parent?.contentType.subtype == "appledouble" }

    func isInsideMessage(_ part: Part) -> Bool {
        var parent = tree.nodes[part.id].parent
        while parent >= 0 {
            if tree.nodes[parent].kind == .embedded { return true }
            parent = tree.nodes[parent].parent
        }
        return false
    }
}
