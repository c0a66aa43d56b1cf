import ArgumentParser

/// `--json`, on every command that prints data.
struct JSONOption: ParsableArguments {
    @Flag(name: .long, help: "Print JSON instead of text.")
    var json = false
}
