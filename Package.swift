// swift-tools-version: 6.2
// ticketd: one program, ten rooms. The sentence above each target is the same one README shows.

import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let hummingbird = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let toml = Target.Dependency.product(name: "TOMLKit", package: "TOMLKit")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")

let package = Package(
    name: "ticketd",
    products: [.executable(name: "ticketd", targets: ["ticketd"])],
    dependencies: [
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", "2.101.2"..<"3.0.0"),
        .package(url: "https://github.com/apple/swift-http-types", "1.8.0"..<"2.0.0"),
        .package(url: "https://github.com/apple/swift-log", "1.16.2"..<"2.0.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", exact: "0.6.0"),
    ],
    targets: [
        // a non-variadic doorway to libcurl
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),
        // one libcurl handle, owned: connect, send, receive, a small HTTP request
        .target(name: "Curl", dependencies: ["CCurl"], swiftSettings: house),
        // the module map of libcrypto
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        // turns bytes into messages and messages into bytes; no I/O, no clock
        .target(name: "Mail", swiftSettings: house),
        // keys, sealing, blind indexes, signed tokens
        .target(name: "Vault", dependencies: ["COpenSSL"], swiftSettings: house),
        // the helpdesk: what it knows, decides and promises; owns the ports
        .target(
            name: "Desk", dependencies: ["Mail", "Vault"], resources: [.embedInCode("Law/law-2026-11.json")],
            swiftSettings: house),
        // keeps the desk's promises in an encrypted database
        .target(name: "Store", dependencies: ["Desk", "Mail", "Vault", grdb, sqlite], swiftSettings: house),
        // carries mail between the desk and IMAP/SMTP servers
        .target(name: "Post", dependencies: ["Curl", "Desk", "Mail"], swiftSettings: house),
        // shows the desk to people: unsubscribe, privacy portal, agent inbox, JSON API
        .target(
            name: "Web",
            dependencies: ["Desk", "Mail", hummingbird, nioCore, nioPosix, httpTypes, mustache, lifecycle, logging],
            swiftSettings: house),
        // reads configuration, wires the rooms, runs the loops, answers the command line
        .executableTarget(
            name: "ticketd",
            dependencies: [
                "Curl", "Desk", "Mail", "Post", "Store", "Vault", "Web", arguments, lifecycle, logging, signals, toml,
            ],
            swiftSettings: house),

        // Test-only rooms: whole fakes, and servers that misbehave on command.
        .target(
            name: "DeskTesting", dependencies: ["Desk", "Mail", "Vault"], path: "Tests/DeskTesting",
            swiftSettings: house),
        .target(
            name: "LoopbackMail", path: "Tests/LoopbackMail", swiftSettings: house),

        .testTarget(name: "MailTests", dependencies: ["Mail"], resources: [.copy("Fixtures")], swiftSettings: house),
        .testTarget(name: "VaultTests", dependencies: ["Vault", "DeskTesting"], swiftSettings: house),
        .testTarget(name: "CurlTests", dependencies: ["Curl", "LoopbackMail"], swiftSettings: house),
        .testTarget(name: "DeskTests", dependencies: ["Desk", "DeskTesting", "Mail", "Vault"], swiftSettings: house),
        .testTarget(
            name: "StoreTests", dependencies: ["Store", "Desk", "DeskTesting", "Mail", "Vault", grdb],
            swiftSettings: house),
        .testTarget(
            name: "PostTests", dependencies: ["Post", "Curl", "Desk", "DeskTesting", "LoopbackMail", "Mail"],
            swiftSettings: house),
        .testTarget(
            name: "WebTests", dependencies: ["Web", "Curl", "Desk", "DeskTesting", "Mail", lifecycle, logging],
            swiftSettings: house),
        .testTarget(
            name: "TicketdTests", dependencies: ["ticketd", "Curl", "Desk", "LoopbackMail", "Mail", "Vault"],
            swiftSettings: house),
        .testTarget(name: "TidyTests", swiftSettings: house),
    ],
    cxxLanguageStandard: .cxx17
)
