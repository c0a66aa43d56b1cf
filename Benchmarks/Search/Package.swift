// swift-tools-version: 6.2
// Measures what is searched: filling it from a store of many messages, questions to it, and the memory it takes.
// The rooms in `Sources` are links to the rooms themselves. Optimised as the product is: -O, never -Ounchecked.

import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "search",
    dependencies: [.package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0")],
    targets: [
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "Mail", swiftSettings: house),
        .target(name: "Vault", dependencies: ["COpenSSL"], swiftSettings: house),
        .target(name: "Desk", dependencies: ["Mail", "Vault"], swiftSettings: house),
        .target(
            name: "Store",
            dependencies: [
                "Desk", "Mail", "Vault", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ], swiftSettings: house),
        .executableTarget(name: "search", dependencies: ["Desk", "Mail", "Store", "Vault"], swiftSettings: house),
    ]
)
