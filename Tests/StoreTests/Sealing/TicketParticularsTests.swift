import Desk
import Testing

@testable import Store

@Suite struct TicketParticularsTests {
    @Test func `what is written is read again`() throws {
        let particulars = TicketParticulars(
            subject: "Printer", assignee: "Kim", tags: ["fire"], labels: [.art9, .minor])
        #expect(try TicketParticulars(bytes: particulars.bytes) == particulars)
    }

    @Test func `a ticket written before there were labels has none`() throws {
        var writer = ByteWriter()
        writer.write("Printer")
        writer.write(ifAny: "Kim")
        writer.write(["fire"])
        #expect(
            try TicketParticulars(bytes: writer.bytes)
                == TicketParticulars(subject: "Printer", assignee: "Kim", tags: ["fire"]))
    }

    @Test func `a label nobody knows is damage, not nothing`() {
        var writer = ByteWriter()
        writer.write("Printer")
        writer.write(ifAny: nil)
        writer.write([])
        writer.write(["art11"])
        #expect(throws: StoreFailure.damaged) { try TicketParticulars(bytes: writer.bytes) }
    }
}
