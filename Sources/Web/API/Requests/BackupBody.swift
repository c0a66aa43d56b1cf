/// `POST /api/v1/backups`, on the admin socket only: it names a folder of this machine.
package struct BackupBody: StrictBody {
    package var set: String
    package var directory: String

    enum CodingKeys: String, CodingKey, CaseIterable {
        case set, directory
    }

    package init(set: String, directory: String) {
        self.set = set
        self.directory = directory
    }

    package init(from decoder: any Decoder) throws {
        let container = try decoder.strictContainer(keyedBy: CodingKeys.self)
        set = try container.decode(String.self, forKey: .set)
        directory = try container.decode(String.self, forKey: .directory)
    }
}
