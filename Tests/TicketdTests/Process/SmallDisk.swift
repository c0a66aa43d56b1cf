import Foundation
import Glibc

/// A file system of a few megabytes for one test: it can be filled, and the kernel can be made to give it up. Needs
/// root.
final class SmallDisk {
    enum Kind { case memory, ext4 }

    /// Where it is mounted.
    let path: String
    private let folder: String
    private let image: String?

    /// `ext4` lives in a file and turns read-only at the first error, as servers are set up.
    init(_ kind: Kind, megabytes: Int) throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("ticketd-disk-\(UUID().uuidString)").path
        path = folder + "/disk"
        image = kind == .ext4 ? folder + "/image" : nil
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        if let image {
            try Self.run("truncate", "-s", "\(megabytes)M", image)
            try Self.run("mkfs.ext4", "-q", "-F", image)
            try Self.run("mount", "-o", "loop,errors=remount-ro", image, path)
        } else {
            try Self.run("mount", "-t", "tmpfs", "-o", "size=\(megabytes)m", "ticketd-test", path)
        }
        chmod(path, 0o700)
    }

    /// Lazily: a daemon that a failed test left may still hold a file.
    func remove() {
        do {
            try Self.run("umount", "-l", path)
            try FileManager.default.removeItem(atPath: folder)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
        }
    }

    private var filler: String { path + "/filler" }

    /// Takes the last byte.
    func fill() throws {
        let descriptor = open(filler, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        defer { close(descriptor) }
        for size in [65_536, 4_096, 1] {
            let block = [UInt8](repeating: 0x78, count: size)
            while write(descriptor, block, size) == size {}
        }
        guard errno == ENOSPC else { throw DaemonProcess.Failure(description: "the disk is not full (errno \(errno))") }
    }

    func free() throws { try FileManager.default.removeItem(atPath: filler) }

    /// Tells the kernel that it met an error: it turns the file system read-only under everybody who uses it.
    func turnReadOnly() throws {
        let mounts = try String(contentsOfFile: "/proc/mounts", encoding: .utf8).split(separator: "\n")
        let line = mounts.last { $0.split(separator: " ").dropFirst().first.map(String.init) == path }
        let device = line?.split(separator: " ").first?.split(separator: "/").last ?? ""
        let trigger = open("/sys/fs/ext4/\(device)/trigger_fs_error", O_WRONLY)
        defer { close(trigger) }
        guard write(trigger, "test", 4) == 4 else {
            throw DaemonProcess.Failure(description: "the kernel takes no test error (errno \(errno))")
        }
        guard open(path + "/probe", O_WRONLY | O_CREAT, 0o600) < 0, errno == EROFS else {
            throw DaemonProcess.Failure(description: "the disk can still be written")
        }
    }

    /// What an operator does next: take it down, repair it, mount it again.
    func repair() throws {
        try Self.run("umount", path)
        guard let image else { return }
        // e2fsck ends with 1 when it mended something.
        try Self.run("e2fsck", "-f", "-y", image, allowed: [0, 1])
        try Self.run("mount", "-o", "loop,errors=remount-ro", image, path)
    }

    private static func run(_ command: String..., allowed: Set<Int32> = [0]) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = command
        process.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]
        let complaint = Pipe()
        process.standardOutput = FileHandle.nullDevice
        process.standardError = complaint
        try process.run()
        let text = String(decoding: complaint.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        guard allowed.contains(process.terminationStatus) else {
            throw DaemonProcess.Failure(description: "\(command): \(text)")
        }
    }
}
