import Desk

/// The registers of accountability.
extension StoreContract {
    static let registers = [
        StoreContract("a statement is kept as it was made, in the order of making, with its entry of the audit log") {
            subject in
            for (index, register) in [Register.processors, .scope, .processors].enumerated() {
                subject.clock.advance(by: .seconds(1))
                let entry = RegisterEntry(
                    id: RegisterEntryID(from: subject.clock.world), register: register, at: subject.now,
                    author: "operator", statement: Array("{\"n\":\(index)}".utf8))
                let isKept = try await subject.store.state(entry, by: .operatorOnHost)
                try subject.require(isKept, "there is room")
            }
            let kept = try await subject.store.entries(of: .processors)
            try subject.require(
                kept.map { String(decoding: $0.statement, as: UTF8.self) } == ["{\"n\":0}", "{\"n\":2}"], "\(kept)")
            try subject.require(kept.last?.at == subject.now && kept.last?.author == "operator", "with time and author")
            let audited = try await subject.store.auditEntries(after: 0, limit: 100).filter {
                $0.event == "register.stated"
            }
            try subject.require(audited.count == 3, "\(audited.count)")
        }
    ]
}
