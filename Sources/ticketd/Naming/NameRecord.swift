/// What is asked of a name server. The raw values are those of the wire.
enum NameRecordType: UInt16, Sendable, CaseIterable {
    /// A (RFC 1035 §3.4.1).
    case address = 1
    /// MX (RFC 1035 §3.3.9).
    case exchanger = 15
    /// TXT (RFC 1035 §3.3.14).
    case text = 16
    /// AAAA (RFC 3596 §2.1).
    case longAddress = 28
    /// SRV (RFC 2782).
    case service = 33
}

/// One answer of a name server. Names stand without a final dot; the root itself is empty.
enum NameRecord: Hashable, Sendable {
    /// That there is one is all that is ever asked: libcurl looks addresses up itself.
    case address
    case exchanger(preference: UInt16, host: String)
    /// The strings of one record, joined (RFC 7208 §3.3).
    case text(String)
    case service(ServiceRecord)
}

/// Where a service is offered (RFC 2782).
struct ServiceRecord: Hashable, Sendable {
    let priority: UInt16
    let weight: UInt16
    let port: UInt16
    /// Empty when the service is decidedly not offered (RFC 6186 §3.4).
    let target: String
}
