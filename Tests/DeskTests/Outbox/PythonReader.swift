import Foundation

/// Reads mails again with Python's `email`, which shares no line of code with ours.
enum PythonReader {
    struct Reading: Decodable {
        let header: String
        let mailto: String
        let plain: String
        let html: String
        let to: [String]
        let problems: [String]
    }

    struct Broken: Error {}

    static let isThere = ["/usr/bin/python3", "/usr/local/bin/python3"].contains {
        FileManager.default.isExecutableFile(atPath: $0)
    }

    /// Mails in, each with its length in front; one JSON list out.
    private static let script = #"""
        import email, email.policy, json, re, struct, sys
        data, readings = sys.stdin.buffer.read(), []
        known = {'date', 'from', 'to', 'reply-to', 'subject', 'message-id', 'in-reply-to', 'references', 'thread-topic',
            'thread-index', 'x-ticketd-loop', 'auto-submitted', 'x-auto-response-suppress', 'list-unsubscribe',
            'list-unsubscribe-post', 'mime-version', 'content-language', 'content-type'}
        while data:
            size = struct.unpack('>I', data[:4])[0]
            raw, data = data[4:4 + size], data[4 + size:]
            mail = email.message_from_bytes(raw, policy=email.policy.default)
            problems = [repr(defect) for part in mail.walk() for defect in part.defects]
            problems += [name for name in mail.keys() if name.lower() not in known]
            problems += [name for name in set(mail.keys()) if len(mail.get_all(name)) != 1]
            if mail.get_all('List-Unsubscribe-Post') != ['List-Unsubscribe=One-Click']: problems.append('post')
            uris = re.findall('<([^>]*)>', str(mail['List-Unsubscribe']))
            if len(uris) != 2: problems.append('uris')
            plain = mail.get_body(('plain',)).get_content().rstrip().splitlines()
            html = mail.get_body(('html',)).get_content()
            anchors = re.findall('<a href="([^"]*)">([^<]*)</a>', html)
            if len(anchors) != 1 or anchors[0][0] != anchors[0][1]: problems.append('anchors')
            if re.search('<(img|script|link|style|iframe)', html): problems.append('loads')
            if not plain[-2].strip(): problems.append('no sentence above the link')
            readings.append({'header': uris[0], 'mailto': uris[1], 'plain': plain[-1], 'html': anchors[0][0],
                'to': [address.addr_spec for address in mail['To'].addresses], 'problems': problems})
        json.dump(readings, sys.stdout)
        """#

    static func read(_ mails: [[UInt8]]) throws -> [Reading] {
        let process = Process()
        let (input, output) = (Pipe(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = ["python3", "-c", script]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        var bytes: [UInt8] = []
        for mail in mails {
            withUnsafeBytes(of: UInt32(mail.count).bigEndian) { bytes.append(contentsOf: $0) }
            bytes.append(contentsOf: mail)
        }
        try input.fileHandleForWriting.write(contentsOf: Data(bytes))
        try input.fileHandleForWriting.close()
        let answer = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw Broken() }
        return try JSONDecoder().decode([Reading].self, from: answer)
    }
}
