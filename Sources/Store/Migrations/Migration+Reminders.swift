/// Of which stage of its clock staff were reminded for a request.
extension Migration {
    static let reminders = Migration(
        number: 28, statements: ["ALTER TABLE rights_request ADD COLUMN reminded TEXT"])
}
