/// Finds the route of a request. A path without route is 404; a route without the method is 405 and says which it has.
package struct Router: Sendable {
    package enum Match: Sendable {
        case found(Route, parameters: [String: String])
        case otherMethods([String])
        case nothing
    }

    package let routes: [Route]

    package init(_ routes: [Route]) {
        self.routes = routes
    }

    package func match(_ method: String, _ path: String, on listener: Listener) -> Match {
        let segments = path.split(separator: "/", omittingEmptySubsequences: false)
        var fitting: [(route: Route, parameters: [String: String])] = []
        for route in routes where route.listeners.contains(listener) {
            guard let parameters = route.parameters(in: segments) else { continue }
            fitting.append((route, parameters))
        }
        // A path that is written out is that path with every method, and never an id of another.
        let fewest = fitting.map(\.parameters.count).min()
        var others: [String] = []
        for (route, parameters) in fitting where parameters.count == fewest {
            if route.method == method || (method == "HEAD" && route.method == "GET") {
                return .found(route, parameters: parameters)
            }
            others.append(route.method)
            if route.method == "GET" { others.append("HEAD") }
        }
        return others.isEmpty ? .nothing : .otherMethods(others.sorted())
    }
}
