/// Comparing octets with a name in lower case, ASCII letters in either case.
extension Collection<UInt8> {
    func lowerEquals(_ name: StaticString) -> Bool {
        guard count == name.utf8CodeUnitCount else { return false }
        return name.withUTF8Buffer { wanted in
            var place = 0
            for byte in self {
                if byte.lowered != wanted[place] { return false }
                place += 1
            }
            return true
        }
    }
}
