import Foundation

extension Rule {
    static let bannedCalls = Rule(name: "no call that is banned") { file in
        BannedWord.all.filter { !$0.isAllowed(in: file) }.flatMap { banned in
            file.places(of: banned.word).filter { !isDeclarationOrMember($0, banned, file) }.map { offset in
                file.finding(at: offset, "`\(banned.word)` is banned here. Use \(banned.replacement).")
            }
        }
    }

    /// `func print(`, `.print(` and `x.exit(` are somebody else's.
    private static func isDeclarationOrMember(_ offset: Int, _ banned: BannedWord, _ file: SourceFile) -> Bool {
        guard banned.word.hasSuffix("("), !banned.word.hasPrefix(".") else { return false }
        let before = file.code[..<offset]
        return before.last == UInt8(ascii: ".") || before.suffix(5).elementsEqual("func ".utf8)
    }

    static let publicWord = Rule(name: "package, not public") { file in
        ["public ", "open class", "open func", "open var"].flatMap { file.places(of: $0) }.compactMap { offset in
            guard offset == 0 || file.code[offset - 1] != UInt8(ascii: ".") else { return nil }
            return file.finding(at: offset, "this is a program, not a library. Write `package`.")
        }
    }

    static let emptyCatch = Rule(name: "no catch without handling") { file in
        guard file.isSource else { return [] }
        return file.places(of: "catch").compactMap { offset in
            guard let open = file.code[offset...].firstIndex(of: UInt8(ascii: "{")),
                let close = Search.closing(of: open, in: file.code),
                file.code[(open + 1)..<close].allSatisfy(Search.isSpace)
            else { return nil }
            return file.finding(at: offset, "a catch that does nothing loses the failure. Turn it into an outcome.")
        }
    }

    static let preconditionSentence = Rule(name: "a precondition has a sentence") { file in
        ["precondition(", "preconditionFailure("].flatMap { word in
            file.places(of: word).compactMap { offset in
                let open = offset + word.utf8.count - 1
                guard let close = Search.closing(of: open, in: file.code),
                    !file.code[open..<close].contains(UInt8(ascii: "\""))
                else { return nil }
                return file.finding(at: offset, "say in a sentence what the bug would be.")
            }
        }
    }

    /// Without a policy an AsyncStream buffers without end.
    static let boundedStream = Rule(name: "a stream has a bound") { file in
        ["makeStream(", "AsyncStream(", "AsyncThrowingStream("].flatMap { word in
            file.places(of: word).compactMap { offset in
                let open = offset + word.utf8.count - 1
                guard let close = Search.closing(of: open, in: file.code),
                    Search.offsets(of: Array("bufferingPolicy:".utf8), in: Array(file.code[open..<close])).isEmpty
                else { return nil }
                return file.finding(at: offset, "name a bufferingPolicy with a number from Limits.")
            }
        }
    }

    static let uncheckedReason = Rule(name: "what the compiler cannot check has its reason") { file in
        guard file.isSource else { return [] }
        return ["@unchecked", "nonisolated(unsafe)"].flatMap { word in
            file.places(of: word).compactMap { offset in
                let line = file.line(at: offset)
                let above = file.lines[max(0, line - 6)..<line]
                guard !above.contains(where: { $0.contains("//") }) else { return nil }
                return file.finding(at: offset, "say in a comment which C handle forces it, or use Mutex.")
            }
        }
    }
}
