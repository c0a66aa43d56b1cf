/// The description of the API, in OpenAPI 3.1, kept by hand beside the route table. A test compares the two.
enum OpenAPI {
    static var response: WebResponse {
        .text(200, document, contentType: "application/json")
    }

    static let document =
        "{"
        + [header, "\"paths\":{" + paths + "}", "\"components\":{" + components + "}"]
        .joined(separator: ",\n") + "}\n"

    private static let header = """
        "openapi": "3.1.0",
        "info": {
          "title": "ticketd",
          "version": "1",
          "summary": "Tickets, people, outbox and operation of one helpdesk.",
          "description": "JSON in UTF-8. Times are ISO 8601 in UTC. Errors are RFC 9457 problem+json. \
        In what is sent, an optional field that is null counts as left out, unless it says what null means. \
        Lists are paged by key: pass `next` as `after`. Over TCP every call but this document needs a bearer token; \
        on the admin socket the local user is the caller."
        },
        "security": [{"token": []}]
        """
}
