/// Reads any bytes as a message (RFC 5322, RFC 2045–2049): total, linear in the size, without recursion.
///
/// Only the structure is found here: entities, their header fields, their bodies. Values and contents are decoded when
/// somebody asks. It never throws and never traps; whatever had to be forgiven is a `Defect` of the message.
package struct MessageParser: Sendable {
    private let limits: Limits

    package init(limits: Limits = .standard) {
        self.limits = limits
    }

    package func parse(_ bytes: [UInt8]) -> Message {
        var table = EntityTable(limits: limits)
        table.buffers.append(bytes)
        table.addRoot(buffer: 0, parent: -1, depth: 0)
        // Each round reads one buffer; reading one may append another, the decoded body of an embedded message.
        var next = 0
        while next < table.buffers.count {
            let buffer = table.buffers[next]
            buffer.withUnsafeBufferPointer { pointer in
                var scan = EntityScan(pointer, root: table.rootOfBuffer[next], isOutermost: next == 0)
                scan.run(&table)
            }
            next += 1
        }
        let tree = MessageTree(
            buffers: table.buffers, nodes: table.nodes, fields: table.fields, defects: table.defects, limits: limits)
        return Message(tree: tree)
    }
}
