import Foundation

/// Asks systemd to open a credential that was encrypted for this machine (`systemd-creds encrypt`). The plain text
/// comes through a pipe and is never written to a file.
enum CredentialDecryption {
    static let program = "/usr/bin/systemd-creds"

    static func run(path: String, name: String) -> [UInt8]? { run(path: path, name: name, program: program) }

    /// nil when the program is missing or refuses. Its own words are dropped: they go to nobody who could use them,
    /// and the caller names the credential.
    static func run(path: String, name: String, program: String) -> [UInt8]? {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = ["decrypt", "--name=\(name)", path, "-"]
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        do {
            try process.run()
            // One byte more than allowed tells a secret that is too large from one that fits.
            var bytes: [UInt8] = []
            while bytes.count <= ConfigurationLimits.secretBytes {
                let wanted = ConfigurationLimits.secretBytes + 1 - bytes.count
                guard wanted > 0, let chunk = try output.fileHandleForReading.read(upToCount: wanted), !chunk.isEmpty
                else { break }
                bytes += chunk
            }
            // Closing our end lets a program that still writes end instead of waiting for us.
            try output.fileHandleForReading.close()
            process.waitUntilExit()
            let succeeded = process.terminationReason == .exit && process.terminationStatus == 0
            return succeeded && bytes.count <= ConfigurationLimits.secretBytes ? bytes : nil
        } catch {
            return nil
        }
    }
}
