// swift-tools-version: 6.2
// Measures the room Mail alone, as the library it is. `Sources/Mail` is a link to the room itself.
// Optimised as the product is: -O, never -Ounchecked.

import PackageDescription

let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "parse",
    targets: [
        .target(name: "Mail", swiftSettings: house),
        .executableTarget(name: "parse", dependencies: ["Mail"], swiftSettings: house),
    ]
)
