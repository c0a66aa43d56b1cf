import Desk

/// An archive on its way out, piece by piece: neither whole in memory nor in clear on a disk.
struct ExportDownload: Sendable {
    let desk: Helpdesk
    let export: Export
    let length: Int

    func response(range header: String?) -> WebResponse {
        let range = ByteRange(header, of: length)
        let bytes = range?.bytes ?? 0..<length
        var response = Download.response(
            filename: "export-\(export.kind.rawValue).zip", mediaType: "application/zip", bytes: [])
        response.headers.append(("Accept-Ranges", "bytes"))
        if let range {
            response.status = 206
            response.headers.append(("Content-Range", range.header(of: length)))
        }
        response.stream = stream(bytes)
        return response
    }

    private func stream(_ bytes: Range<Int>) -> BodyStream {
        let size = Desk.Limits.exportPieceBytes
        let first = bytes.lowerBound / size
        return BodyStream(length: bytes.count) { [desk, export] index in
            let start = (first + index) * size
            do throws(DeskRefusal) {
                guard let piece = try await desk.exportPiece(export.id, at: first + index) else { return nil }
                let from = max(0, bytes.lowerBound - start)
                let to = min(piece.count, bytes.upperBound - start)
                return from < to ? Array(piece[from..<to]) : nil
            } catch {
                return nil
            }
        }
    }
}
