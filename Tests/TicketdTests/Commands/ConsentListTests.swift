import Testing
import Web

@testable import ticketd

struct ConsentListTests {
    @Test func `a list is read with quotes, empty fields and either line end`() throws {
        let text =
            "address,purpose,given,evidence,act\r\n"
            + "\"a@b.example\",news,2019-03-01,\"say \"\"yes\"\", twice\nok\",button\r\n"
            + "c@d.example,news,2020-01-01,,\n\n"
        let rows = try ConsentList.rows(text)
        #expect(rows.count == 2 && rows[0].address == "a@b.example")
        #expect(rows[0].evidence == "say \"yes\", twice\nok" && rows[0].act == "button")
        #expect(rows[1].evidence == nil && rows[1].act == nil && rows[1].textVersion == nil)
    }

    @Test(arguments: [
        "", "address,purpose\na@b.example,news\n", "address,purpose,given,consented\na@b.example,news,2020-01-01,yes\n",
        "address,purpose,given\na@b.example,news\n", "address,purpose,given\na@b.example,news,soon\n",
        "address,purpose,given\n,news,2020-01-01\n", "address,address,purpose,given\n",
    ])
    func `a list that is none is refused with its line`(text: String) {
        #expect(throws: OperatorError.self) { try ConsentList.rows(text) }
    }
}
