/// The tables that `MessageTree` will hold, while they grow.
struct EntityTable {
    let limits: Limits
    var buffers: [[UInt8]] = []
    /// The entity at which reading each buffer starts.
    var rootOfBuffer: [Int] = []
    var nodes: [MessageTree.Node] = []
    var fields: [HeaderSpan] = []
    var defects = DefectSet()

    init(limits: Limits) {
        self.limits = limits
        nodes.reserveCapacity(32)
        fields.reserveCapacity(48)
    }

    var isFull: Bool { nodes.count >= limits.parts }

    /// Adds an entity as the last child of `parent`, not read yet.
    mutating func add(buffer: Int, parent: Int, depth: Int, start: Int) -> Int {
        let index = nodes.count
        nodes.append(MessageTree.Node(buffer: buffer, parent: parent, depth: depth, headerStart: start))
        guard parent >= 0 else { return index }
        if nodes[parent].lastChild >= 0 {
            nodes[nodes[parent].lastChild].nextSibling = index
            nodes[index].place = nodes[nodes[parent].lastChild].place + 1
        } else {
            nodes[parent].firstChild = index
        }
        nodes[parent].lastChild = index
        return index
    }

    /// Adds the entity that a whole buffer is.
    mutating func addRoot(buffer: Int, parent: Int, depth: Int) {
        rootOfBuffer.append(add(buffer: buffer, parent: parent, depth: depth, start: 0))
    }
}
