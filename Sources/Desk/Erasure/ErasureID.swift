/// What an erasure's id is an id of.
package enum ErasureKind: Sendable {}

/// Names one erasure. Random: it leads to no person, before and after.
package typealias ErasureID = Identifier<ErasureKind>
