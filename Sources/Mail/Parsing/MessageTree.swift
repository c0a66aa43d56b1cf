/// The structure of one message: flat tables of entities and header fields over the bytes, made once, never changed.
///
/// Entities refer to one another by index, so a deep message costs neither recursion nor a chain of releases.
final class MessageTree: Sendable {
    /// The message, then the decoded bodies of embedded messages that were transfer-encoded.
    let buffers: [[UInt8]]
    let nodes: [Node]
    let fields: [HeaderSpan]
    let defects: DefectSet
    let limits: Limits

    init(buffers: [[UInt8]], nodes: [Node], fields: [HeaderSpan], defects: DefectSet, limits: Limits) {
        self.buffers = buffers
        self.nodes = nodes
        self.fields = fields
        self.defects = defects
        self.limits = limits
    }

    /// One entity: its place among the others and its ranges in its buffer. `-1` means none.
    struct Node: Sendable {
        enum Kind: UInt8, Sendable {
            case leaf
            case multipart
            /// A `message/rfc822` whose only child is the root of the message inside.
            case embedded
        }

        var kind = Kind.leaf
        var encoding = TransferEncoding.sevenBit
        /// RFC 2046 §5.1.5: without a type of its own, a part of a digest is a message.
        var isInDigest = false
        /// What most parts are, so that it need not be read twice.
        var isPlainText = false
        var buffer: Int
        var parent: Int
        var depth: Int
        var firstChild = -1
        var lastChild = -1
        var nextSibling = -1
        /// The place among the siblings, from 1.
        var place = 1
        var headerStart: Int
        var bodyStart = 0
        var bodyEnd = 0
        var firstField = 0
        var fieldCount = 0
        var typeField = -1
        /// Where the parameters of the type begin, when there is a type.
        var typeParametersStart = 0
        var encodingField = -1
        var dispositionField = -1
        var contentIDField = -1
    }

    /// The fields of one entity.
    func fieldRange(of node: Int) -> Range<Int> {
        let node = nodes[node]
        return node.firstField..<(node.firstField + node.fieldCount)
    }

    /// The first field called `name` (lower case) of an entity.
    func field(_ name: StaticString, of node: Int) -> HeaderSpan? {
        let length = name.utf8CodeUnitCount
        let buffer = buffers[nodes[node].buffer]
        Steps.add(nodes[node].fieldCount)
        for index in fieldRange(of: node) {
            let field = fields[index]
            if field.nameEnd - field.nameStart == length, Self.matches(buffer, field, name) { return field }
        }
        return nil
    }

    /// All fields called `name`, the topmost first.
    func fields(_ name: String, of node: Int) -> [HeaderSpan] {
        let wanted = name.utf8.map(\.lowered)
        let buffer = buffers[nodes[node].buffer]
        Steps.add(nodes[node].fieldCount)
        return fields[fieldRange(of: node)].filter { field in
            guard field.nameEnd - field.nameStart == wanted.count else { return false }
            return zip(buffer[field.nameStart..<field.nameEnd], wanted).allSatisfy { $0.lowered == $1 }
        }
    }

    private static func matches(_ buffer: [UInt8], _ field: HeaderSpan, _ name: StaticString) -> Bool {
        name.withUTF8Buffer { wanted in
            for offset in wanted.indices where buffer[field.nameStart + offset].lowered != wanted[offset] {
                return false
            }
            return true
        }
    }

    /// The value of a field with its line ends taken out (RFC 5322 §2.2.3) and the white space around it trimmed.
    func unfolded(_ field: HeaderSpan, of node: Int) -> [UInt8] {
        HeaderValue.unfolded(buffers[nodes[node].buffer], field.valueStart..<field.valueEnd, limits: limits)
    }
}
