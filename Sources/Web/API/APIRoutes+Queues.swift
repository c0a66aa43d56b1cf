import Desk

/// Saved filters, and changes of many tickets.
extension APIRoutes {
    var queueRoutes: [Route] {
        [
            route("GET", "/filters") { (request) async throws(APIFailure) in
                _ = try request.query([])
                let filters = try await asking(about: "the list of filters") { () async throws(DeskRefusal) in
                    try await desk.filters(as: request.principal)
                }
                return APICoding.response(200, APIFilters(filters: filters.map { APIFilter($0) }))
            },
            route("POST", "/filters") { (request) async throws(APIFailure) in try await addFilter(request) },
            route("DELETE", "/filters/{id}") { (request) async throws(APIFailure) in
                let id = try request.identifier(SavedFilterID.self, of: .filter)
                try await asking(about: "filter \(id.hex)") { () async throws(DeskRefusal) in
                    try await desk.removeFilter(id, as: request.principal)
                }
                return WebResponse(status: 204)
            },
            route("POST", "/tickets/bulk") { (request) async throws(APIFailure) in try await bulk(request) },
        ]
    }

    func criteria(savedAs text: String, _ request: APIRequest) async throws(APIFailure) -> TicketCriteria {
        guard let name = ShortName(text) else { throw .invalid("filter", ShortName.expected) }
        return try await asking(about: "filter \(name.value)") { () async throws(DeskRefusal) in
            try await desk.criteria(savedAs: name, as: request.principal)
        }
    }

    private func addFilter(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(FilterBody.self)
        guard let name = ShortName(body.name) else { throw .invalid("name", ShortName.expected) }
        let criteria = try body.criteria.criteria()
        let filter = try await asking(about: "filter \(name.value)") { () async throws(DeskRefusal) in
            try await desk.addFilter(name, criteria, isOwn: body.own, as: request.principal)
        }
        return APICoding.response(201, APIFilter(filter))
    }

    private func bulk(_ request: APIRequest) async throws(APIFailure) -> WebResponse {
        let body = try request.body(BulkBody.self)
        let change = BulkChange(
            status: try Reading.ticketStatus(body.change.status), assignee: body.change.assignee,
            priority: try Reading.ticketPriority(body.change.priority), addedTags: body.change.addTags ?? [],
            removedTags: body.change.removeTags ?? [])
        guard body.preview else { return try await bulk(body, change, request) }
        guard body.items == nil, body.digest == nil else {
            throw .invalid("items", "numbers, a filter or criteria in a preview")
        }
        let selection = try await selection(of: body, request)
        let preview = try await asking(about: "the change of many tickets") { () async throws(DeskRefusal) in
            try await desk.previewBulk(of: selection, by: change, as: request.principal)
        }
        return APICoding.response(200, APIBulkPreview(preview))
    }

    private func bulk(
        _ body: BulkBody, _ change: BulkChange, _ request: APIRequest
    ) async throws(APIFailure) -> WebResponse {
        guard let listed = body.items, let digest = body.digest, body.numbers == nil, body.filter == nil,
            body.criteria == nil
        else { throw .invalid("items", "the items and the digest of a preview, and nothing else beside the change") }
        var items: [BulkItem] = []
        for item in listed {
            guard let number = TicketNumber(item.number) else { throw .invalid("items", "numbers of tickets") }
            items.append(BulkItem(number: number, version: item.version))
        }
        let shown = items
        let outcome = try await asking(about: "the change of many tickets") { () async throws(DeskRefusal) in
            try await desk.bulkChange(shown, by: change, digest: digest, as: request.principal)
        }
        return APICoding.response(200, APIBulkOutcome(outcome))
    }

    /// Numbers, or criteria; a filter and criteria together as in a list.
    private func selection(of body: BulkBody, _ request: APIRequest) async throws(APIFailure) -> BulkSelection {
        if let listed = body.numbers {
            guard body.filter == nil, body.criteria == nil else { throw .invalid("numbers", "numbers or criteria") }
            var numbers: [TicketNumber] = []
            for value in listed {
                guard let number = TicketNumber(value) else { throw .invalid("numbers", "numbers of tickets") }
                numbers.append(number)
            }
            return .numbers(numbers)
        }
        guard body.filter != nil || body.criteria != nil else {
            throw .invalid("numbers", "numbers, a filter or criteria: which tickets to change")
        }
        var criteria = try (body.criteria ?? CriteriaBody()).criteria()
        if let name = body.filter {
            criteria = criteria.completed(by: try await self.criteria(savedAs: name, request))
        }
        return .criteria(criteria)
    }
}
