/// Finds the word an operator most likely meant. It compares letters only and refuses to guess when nothing is near.
enum Spelling {
    /// The only candidate that goes on where the word ends, else the one with the fewest differing letters, or nil
    /// when even that one differs too much.
    static func nearest(to word: String, among candidates: [String]) -> String? {
        let typed = Array(word.lowercased().utf8.prefix(ConfigurationLimits.nameCharacters))
        let longer = candidates.filter { typed.count >= 3 && $0.lowercased().utf8.starts(with: typed) }
        if longer.count == 1 { return longer[0] }
        var best: (word: String, distance: Int)?
        for candidate in candidates {
            let distance = distance(typed, Array(candidate.lowercased().utf8))
            if distance < best?.distance ?? Int.max { best = (candidate, distance) }
        }
        guard let best else { return nil }
        // A short word changes its meaning with few letters, so it may differ in fewer.
        let allowed = min(ConfigurationLimits.spellingDistance, max(1, best.word.utf8.count / 3))
        return best.distance <= allowed ? best.word : nil
    }

    /// Insertions, deletions, replacements and swaps of neighbours between two words.
    static func distance(_ left: [UInt8], _ right: [UInt8]) -> Int {
        if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
        var beforePrevious = [Int](repeating: 0, count: right.count + 1)
        var previous = Array(0...right.count)
        for row in 1...left.count {
            var current = [row] + [Int](repeating: 0, count: right.count)
            for column in 1...right.count {
                let cost = left[row - 1] == right[column - 1] ? 0 : 1
                current[column] = min(
                    previous[column] + 1, current[column - 1] + 1, previous[column - 1] + cost)
                if row > 1, column > 1, left[row - 1] == right[column - 2], left[row - 2] == right[column - 1] {
                    current[column] = min(current[column], beforePrevious[column - 2] + 1)
                }
            }
            beforePrevious = previous
            previous = current
        }
        return previous[right.count]
    }
}
