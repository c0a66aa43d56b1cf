/// The contents of the parts.
extension Message {
    /// Every leaf in document order; embedded messages are entered. A container without parts is a leaf, one whose
    /// parts are all empty has none.
    package var leaves: [Part] { leaves(atMost: tree.nodes.count) }

    func leaves(atMost limit: Int) -> [Part] {
        var leaves: [Part] = []
        leaves.reserveCapacity(limit)
        // Document order is the order of a walk down first children and along siblings.
        var next = 0
        while next >= 0, leaves.count < limit {
            Steps.add(1)
            let node = tree.nodes[next]
            if node.firstChild >= 0 && node.kind != .leaf {
                next = node.firstChild
                continue
            }
            if node.kind != .multipart { leaves.append(Part(tree: tree, id: next)) }
            var at = next
            while at >= 0, tree.nodes[at].nextSibling < 0 { at = tree.nodes[at].parent }
            next = at >= 0 ? tree.nodes[at].nextSibling : -1
        }
        return leaves
    }

    /// The content of a part, its transfer encoding undone.
    package func decodedBytes(of part: Part) -> [UInt8] { part.decoded().bytes }

    /// Hands the content of a part to `sink`, its transfer encoding undone: base64 in pieces that never exist at once,
    /// what is not encoded from where it stands.
    package func decode(_ part: Part, into sink: (UnsafeRawBufferPointer) -> Void) {
        part.withBody { body in
            switch part.encoding {
            case .base64: Base64.decode(body, into: sink)
            case .sevenBit, .eightBit, .binary, .unknown: sink(UnsafeRawBufferPointer(body))
            case .quotedPrintable, .uuencode: BodyDecoder.decode(body, part.encoding).bytes.withUnsafeBytes(sink)
            }
        }
    }

    /// The content of a part as text: the charset ladder of `TextDecoder`. Line ends are as they were sent.
    package func decodedText(of part: Part) -> DecodedText {
        if part.encoding.isIdentity {
            if let plain = part.withBody({ part.declaresNothing ? TextDecoder.plain($0) : nil }) { return plain }
            let parameters = part.typeParameters
            return part.withBody { body in
                parameters.withCharset { TextDecoder.decode(body, label: $0, tree.limits.undeclared) }
            }
        }
        let parameters = part.typeParameters
        let content = part.decoded()
        let result = content.bytes.withUnsafeBufferPointer { bytes in
            parameters.withCharset { TextDecoder.decode(bytes, label: $0, tree.limits.undeclared) }
        }
        guard !content.isClean else { return result }
        var defects = result.defectSet
        defects.insert(part.encoding == .base64 ? .malformedBase64 : .malformedQuotedPrintable)
        return DecodedText(text: result.text, charset: result.charset, defectSet: defects)
    }
}

extension Part {
    func withBody<Result>(_ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        let range = bodyRange
        return tree.buffers[tree.nodes[id].buffer].withUnsafeBufferPointer {
            body(UnsafeBufferPointer(rebasing: $0[range]))
        }
    }

    func decoded() -> (bytes: [UInt8], isClean: Bool) {
        withBody { BodyDecoder.decode($0, encoding) }
    }
}
