import Foundation
import Testing

/// The short run of the fuzz targets. A trap ends the test process, so that whoever passes here has trapped nowhere.
@Suite struct FuzzTests {
    @Test(arguments: FuzzTarget.allCases)
    func `a target survives its seeds, what once broke it, and a thousand mutations`(target: FuzzTarget) throws {
        let seeds = try Self.seeds(of: target)
        #expect(!seeds.isEmpty, "Fixtures/Fuzzing/\(target.rawValue) holds the seeds")
        for seed in seeds { target.run(seed) }
        var mutations = MutationStream()
        for round in 0..<1_000 {
            let seed = seeds[round % seeds.count]
            target.run(mutations.mutated(seed, with: seeds[(round * 7 + 1) % seeds.count]))
        }
    }

    /// Its own folder and, for whole messages, the fixtures of the parser.
    private static func seeds(of target: FuzzTarget) throws -> [[UInt8]] {
        let folders = ["Fuzzing/\(target.rawValue)"] + (target == .message ? ["Parsing"] : [])
        return try folders.flatMap { folder in
            let url = try #require(Bundle.module.url(forResource: "Fixtures/\(folder)", withExtension: nil))
            return try FileManager.default.contentsOfDirectory(atPath: url.path).sorted().map { name in
                [UInt8](try Data(contentsOf: url.appending(path: name))).prefix(20_000).map { $0 }
            }
        }
    }
}
