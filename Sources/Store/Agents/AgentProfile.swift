internal import Desk
internal import Mail

/// Who an agent is: one sealed value under the agent's own key.
struct AgentProfile: Equatable {
    var name: String
    var address: String
    var unixUser: UInt32?

    init(_ agent: Agent) {
        name = agent.name ?? ""
        address = agent.address?.text ?? ""
        unixUser = agent.unixUser
    }

    var bytes: [UInt8] {
        var writer = ByteWriter()
        writer.write(name)
        writer.write(address)
        writer.write(ifAny: unixUser.map { String($0) })
        return writer.bytes
    }

    init(bytes: [UInt8]) throws(StoreFailure) {
        var reader = ByteReader(bytes)
        name = try reader.text()
        address = try reader.text()
        unixUser = try reader.textIfAny().flatMap { UInt32($0) }
    }
}
