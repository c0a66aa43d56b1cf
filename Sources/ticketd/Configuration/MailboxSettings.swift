/// One mailbox: where its mail is, how it is taken and answered, and by what right.
struct MailboxSettings: Sendable {
    /// What the first connection does with mail that is already there.
    enum Start: String, Sendable, CaseIterable {
        case new, unseen, all
    }

    /// What happens on the server with a mail that has been imported.
    enum AfterImport: Hashable, Sendable {
        case move(folder: String)
        case delete
        case keep
    }

    /// What stands in Reply-To.
    enum ReplyAddress: String, Sendable, CaseIterable {
        case auto, plus, plain
    }

    /// The envelope sender of automatic mail.
    enum AutoSender: String, Sendable, CaseIterable {
        case auto, null, mailbox
    }

    /// How ticketd proves to the server who it is.
    enum SignIn: Sendable, Equatable {
        case password(SecretReference)
        case oauth(OAuthSettings)
    }

    let name: PlainName
    let address: String
    let imap: MailServer
    let smtp: MailServer
    let username: String
    let signIn: SignIn
    let folder: String
    let start: Start
    let afterImport: AfterImport
    let keepImported: Duration
    let poll: Duration
    /// In bytes.
    let maxMessageSize: Int
    let authservID: String?
    let formSenders: [String]
    let replyAddress: ReplyAddress
    let autoSender: AutoSender
    let junkFolder: String?
    let suppressionGroup: PlainName
    let legalBasis: LegalBasisSettings
    let autoReply: Bool
    /// Read by the data protection officer alone.
    let confidential: Bool
    let reopenWithin: Duration
    let caFile: String?
    let dkim: [DKIMSettings]
    /// Plaintext is allowed; only ever true for servers on this machine.
    let insecure: Bool
    let retention: RetentionSettings

    init(_ reader: SettingReader) throws(SettingReader.Unready) {
        name = try reader.value(Keys.name)
        address = try reader.value(Keys.address)
        imap = try reader.value(Keys.imap)
        smtp = try reader.value(Keys.smtp)
        username = try reader.optional(Keys.username) ?? address
        if let oauth = try reader.optional(Keys.oauth) {
            signIn = .oauth(oauth)
        } else {
            signIn = .password(try reader.value(Keys.password))
        }
        folder = try reader.value(Keys.folder)
        start = try reader.value(Keys.start)
        afterImport = try reader.value(Keys.afterImport)
        keepImported = try reader.value(Keys.keepImported)
        poll = try reader.value(Keys.poll)
        maxMessageSize = try reader.value(Keys.maxMessageSize)
        authservID = try reader.value(Keys.authservID)
        formSenders = try reader.value(Keys.formSenders)
        replyAddress = try reader.value(Keys.replyAddress)
        autoSender = try reader.value(Keys.autoSender)
        junkFolder = try reader.value(Keys.junkFolder)
        suppressionGroup = try reader.value(Keys.suppressionGroup)
        legalBasis = try LegalBasisSettings(reader)
        autoReply = try reader.value(Keys.autoReply)
        confidential = try reader.value(Keys.confidential)
        reopenWithin = try reader.value(Keys.reopenWithin)
        caFile = try reader.optional(Keys.caFile)
        dkim = try reader.value(Keys.dkim)
        insecure = try reader.value(Keys.insecure)
        retention = try RetentionSettings(reader)
    }
}
