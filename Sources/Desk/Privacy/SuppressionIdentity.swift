/// The text a suppression hash is made of: groups do not share unsubscribes, the default group is the plain address.
package enum SuppressionIdentity {
    package static func text(address normalized: String, group: String) -> String {
        group == "default" ? normalized : group + "\u{0}" + normalized
    }
}
