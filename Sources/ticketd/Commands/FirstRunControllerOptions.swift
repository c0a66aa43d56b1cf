import ArgumentParser

/// What `init` can be told of the desk, of who answers for the data, and by what right.
struct FirstRunControllerOptions: ParsableArguments {
    @Option(name: .long, help: "What customers see as the sender.") var name: String?
    @Option(name: .long, help: "The https address of this desk, for the unsubscribe links.") var publicURL: String?
    @Option(name: .long, help: "The legal name of the controller.") var controllerName: String?
    @Option(name: .long, help: "Its postal address, on one line.") var controllerAddress: String?
    @Option(name: .long, help: "Where people reach it about their data.") var controllerEmail: String?
    @Option(name: .long, help: "Its country as two letters.") var country: String?
    @Option(name: .long, help: "The legal basis for customers' mail, such as contract.")
    var legalBasisCustomers: String?
    @Option(name: .long, help: "The legal basis for everybody else's mail, such as legitimate-interest.")
    var legalBasisOthers: String?
    @Option(name: .long, help: "The interest, when one of the two is legitimate-interest.") var interest: String?
    @Option(name: .long, help: "How long closed requests are kept, such as 365d.") var closedTickets: String?
    @Option(name: .long, help: "Who is mailed when something breaks.") var alertsEmail: String?
    @Option(name: .long, help: "Who is told about new mail, without its content.") var notify: String?
    @Option(name: .long, help: "The name of the first agent, who is an admin.") var agentName: String?
    @Option(name: .long, help: "The first agent's work address.") var agentEmail: String?

    func apply(to answers: inout FirstRunAnswers) {
        answers.serviceName = name ?? ""
        answers.publicURL = publicURL ?? ""
        answers.controllerName = controllerName ?? ""
        answers.controllerAddress = controllerAddress ?? ""
        answers.controllerEmail = controllerEmail ?? ""
        answers.country = country ?? ""
        answers.legalBasisCustomers = legalBasisCustomers ?? ""
        answers.legalBasisOthers = legalBasisOthers ?? ""
        answers.interest = interest ?? ""
        answers.closedTickets = closedTickets ?? ""
        answers.alertsEmail = alertsEmail ?? ""
        answers.notify = notify ?? ""
    }
}
