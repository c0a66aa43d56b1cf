/// One entity of a message: a leaf, a container, or the root of a message inside another.
///
/// A part is a small handle on the message's structure. Its ranges are into `bytes`, which is the message itself except
/// inside an embedded message that had been transfer-encoded.
package struct Part: Sendable, Identifiable {
    let tree: MessageTree
    /// The place in the structure; unique in its message.
    package let id: Int

    /// How a part wants to be shown (RFC 2183 §2).
    package enum Disposition: String, Sendable, Equatable {
        case inline
        case attachment
    }

    var node: MessageTree.Node { tree.nodes[id] }

    /// The buffer that the ranges point into.
    package var bytes: [UInt8] { tree.buffers[node.buffer] }

    /// The header section, with the line that ends it.
    package var headerRange: Range<Int> { node.headerStart..<max(node.headerStart, node.bodyStart) }

    /// The body as it was sent, without the line end that belongs to the delimiter after it.
    package var bodyRange: Range<Int> { node.bodyStart..<max(node.bodyStart, node.bodyEnd) }

    package var encoding: TransferEncoding { node.encoding }

    package var isMultipart: Bool { node.kind == .multipart }

    package var isLeaf: Bool { node.kind == .leaf }

    /// The parts of a multipart in order; empty for everything else.
    package var children: [Part] {
        guard node.kind == .multipart else { return [] }
        var children: [Part] = []
        var next = node.firstChild
        while next >= 0 {
            children.append(Part(tree: tree, id: next))
            next = tree.nodes[next].nextSibling
        }
        return children
    }

    /// The root of the message that a `message/rfc822` part holds.
    package var embedded: Part? {
        node.kind == .embedded && node.firstChild >= 0 ? Part(tree: tree, id: node.firstChild) : nil
    }

    /// The container, or the part that embeds this message.
    package var parent: Part? { node.parent >= 0 ? Part(tree: tree, id: node.parent) : nil }

    /// Where the part stands: the root is `1`, a child adds its place, the root of an embedded message a `1`.
    package var path: String {
        var steps: [String] = []
        var node = node
        while node.parent >= 0 {
            steps.append("_" + String(node.place))
            node = tree.nodes[node.parent]
        }
        Steps.add(steps.count)
        return "1" + steps.reversed().joined()
    }

    /// The type; `text/plain` when there is none or it cannot be read (RFC 2045 §5.2).
    package var contentType: ContentType {
        if tree.nodes[id].isPlainText {
            return declaresNothing
                ? .plainText : ContentType(type: "text", subtype: "plain", parameters: typeParameters)
        }
        let node = tree.nodes[id]
        guard node.typeField >= 0 else {
            return node.isInDigest ? ContentType(type: "message", subtype: "rfc822") : .plainText
        }
        let type = ContentType(tree, buffer: node.buffer, tree.fields[node.typeField])
        // A container without parts is what somebody wrote into it: text, as RFC 2045 §5.2 says of damaged types.
        return type.type == "multipart" && node.kind == .leaf ? .plainText : type
    }

    /// What the part says about its showing; what nobody knows is an attachment (RFC 2183 §2.8).
    package var disposition: Disposition? {
        guard node.dispositionField >= 0 else { return nil }
        let field = tree.fields[node.dispositionField]
        let value = bytes[field.valueStart..<field.valueEnd].drop(while: \.isBlank)
        let token = value.prefix { !$0.isBlank && $0 != .semicolon && $0 != .openParenthesis }
        if token.isEmpty || token.contains(.equals) { return nil }
        return token.lowerEquals("inline") ? .inline : .attachment
    }

    /// The name the sender gave, decoded, not yet fit for use: `Attachment.filename` is.
    package var filename: String? {
        let disposition = tree.nodes[id].dispositionField
        if disposition >= 0 {
            let field = tree.fields[disposition]
            let parameters = Parameters(bytes, field.valueStart..<field.valueEnd, limits: tree.limits)
            if let name = parameters.value(of: "filename"), !name.isEmpty { return name }
        }
        if declaresNothing { return nil }
        let name = typeParameters.value(of: "name")
        return name?.isEmpty == true ? nil : name
    }

    /// Whether the type has no parameters at all, so that nobody named a charset.
    var declaresNothing: Bool {
        let type = tree.nodes[id].typeField
        return type < 0 || tree.nodes[id].typeParametersStart >= tree.fields[type].valueEnd
    }

    /// The parameters of the type, for those who need nothing else of it.
    var typeParameters: Parameters {
        if declaresNothing { return .none }
        let range = tree.nodes[id].typeParametersStart..<tree.fields[tree.nodes[id].typeField].valueEnd
        return Parameters(bytes, range, limits: tree.limits)
    }

    /// The Content-ID without its angle brackets (RFC 2045 §7).
    package var contentID: String? {
        guard node.contentIDField >= 0 else { return nil }
        let value = tree.unfolded(tree.fields[node.contentIDField], of: id)
        return MessageIDList.parse(value, limit: 1).first?.value
    }
}
