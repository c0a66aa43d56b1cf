import Foundation

/// The repository this test was built from: its Swift files, and its other text files by path.
enum Repository {
    /// Tests/TidyTests/Repository.swift, three steps up; a link to the tests leads to the real tree.
    static let root = URL(filePath: #filePath).resolvingSymlinksInPath()
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    static let swiftFiles: [SourceFile] = files(below: ["Sources", "Tests"], ending: [".swift"]).map(SourceFile.init)

    /// Everything that is written by hand, also what has no ending.
    static let textFiles: [(path: String, text: String)] =
        files(
            below: ["Sources", "Tests", "scripts", "systemd", "config", "debian", "Benchmarks", ".ci"],
            ending: [".swift", ".h", ".c", ".py", ".sh", ".toml", ".md", ".conf", ".service", ".html", ".css", ""])
        + ["Makefile", "Package.swift", "README.md"].compactMap { path in contents(of: path).map { (path, $0) } }

    static func contents(of path: String) -> String? {
        guard let bytes = FileManager.default.contents(atPath: root.appending(path: path).path) else { return nil }
        return String(bytes: bytes, encoding: .utf8)
    }

    /// Names of the folders in `folder` that hold anything.
    static func folders(in folder: String) -> Set<String> {
        let place = root.appending(path: folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: place.path)) ?? []
        return Set(
            names.filter { name in
                var isFolder: ObjCBool = false
                let path = place.appending(path: name).path
                return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
            })
    }

    private static func files(below folders: [String], ending: [String]) -> [(path: String, text: String)] {
        folders.flatMap { folder in
            let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.appending(path: folder).path)) ?? []
            return paths.sorted().compactMap { path -> (String, String)? in
                guard ending.contains(extensionOf(path)), !isFixture(path) else { return nil }
                return contents(of: "\(folder)/\(path)").map { ("\(folder)/\(path)", $0) }
            }
        }
    }

    private static func extensionOf(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        return name.lastIndex(of: ".").map { String(name[$0...]) } ?? ""
    }

    /// Mail from strangers is not our prose.
    private static func isFixture(_ path: String) -> Bool {
        path.contains("Fixtures/") || path.contains("__pycache__")
    }
}
