import ArgumentParser

/// How a document is written.
enum DocumentFormat: String, ExpressibleByArgument, CaseIterable {
    case text, html, json
}
