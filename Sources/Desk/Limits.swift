/// Every number the desk decides by, with its reason.
package enum Limits {
    /// Names appear in metrics labels and file names; 64 is ample for both.
    package static let mailboxNameLength = 64
    /// A subject line longer than this is cut when we write it (gdpr.md C10); inbound ones are kept whole. Scalars, the
    /// `Re:` and the ticket's tag included.
    package static let subjectLength = 200
    /// A reply larger than this is refused: in base64 it would pass the 25 MiB of the largest providers, and the
    /// composer refuses it for that reason. Bytes, attachments included.
    package static let replyBytes = 18 * 1024 * 1024
    /// The text of one reply or note. Bytes of UTF-8.
    package static let replyTextBytes = 1024 * 1024
    /// Attachments on one reply.
    package static let attachmentsPerReply = 50
    /// Further recipients of one reply; each becomes its own mail.
    package static let carbonCopies = 20
    /// Tags of one ticket, and the bytes of one tag.
    package static let tags = 32
    package static let tagBytes = 64
    /// An assignee's name, in bytes.
    package static let assigneeBytes = 128
    /// Agents that are not former ones. Names are found by opening all of them, which stays quick up to here.
    package static let agents = 1_000
    /// People who take part in one ticket besides its requester: more would be a mailing list.
    package static let participants = 50
    /// Messages that a merge or a split may touch; a ticket shows no more.
    package static let messagesMoved = 2_000
    /// Tickets shown beside one: links, suggestions, merged numbers, each. Nobody looks at more.
    package static let relatedTickets = 20
    /// Failures in a row that keep an agent out for a while, and how long: doubled by each further one, but never so
    /// long that guessing keeps somebody from work for a day.
    package static let loginFailures = 5
    package static let loginPause = Duration.seconds(60)
    package static let loginPauseMaximum = Duration.seconds(3600)
    /// Attempts of everybody together in a window: a whole team may log in at nine, a list of names may not be tried.
    package static let loginAttemptsTogether = 60
    package static let loginWindow = Duration.seconds(60)
    /// Passwords hashed at once (32 MiB and a core each), and waiting for it.
    package static let passwordThreads = 2
    package static let passwordsWaiting = 32
    /// A password: shorter ones are guessed, longer ones than this are documents.
    package static let passwordCharacters = 12
    package static let passwordBytes = 1024
    /// 80 bits, which live until the first login.
    package static let oneTimePasswordBytes = 10
    /// A session ends after a working day, or when nobody used it for this long.
    package static let sessionLength = Duration.seconds(12 * 3600)
    package static let sessionIdle = Duration.seconds(2 * 3600)
    /// Sessions of one agent at once; a further one ends the oldest.
    package static let sessionsPerAgent = 10
    /// A legal hold is looked at again within this many months (gdpr.md A8.6).
    package static let holdReviewMonths = 6
    /// One page of a list. Larger pages only make one request slow for everybody.
    package static let pageLength = 100
    package static let pageLengthMaximum = 500
    /// Message-IDs looked at when a follow-up is threaded: the newest are the telling ones (mission.md §3.6).
    package static let referencesLookedAt = 20
    /// Outgoing References keep the first and the last ids up to this many (gdpr.md C10).
    package static let referencesKept = 20
    /// P15. Courtesy mail (acknowledgements and their like) to one address in 24 hours.
    package static let courtesiesPerAddressAndDay = 3
    /// P15. Without an authentication verdict one address gets one acknowledgement in 24 hours …
    package static let unverifiedAcknowledgementsPerAddressAndDay = 1
    /// … and all unverified addresses together this many in an hour.
    package static let unverifiedAcknowledgementsPerHour = 20
    /// P15. Days in which somebody who unsubscribed gets one.
    package static let courtesyMonth = 30
    /// P15. Courtesy mail of every kind to everybody in an hour.
    package static let courtesiesPerHour = 100
    /// A link of double opt-in lives for a week (gdpr.md A3), and so does what was wished.
    package static let optInKept = Duration.seconds(7 * 86_400)
    /// Wishes that nobody has looked at yet: ten times what the budget lets out in an hour.
    package static let optInsWaiting = 1_000
    /// Looked at together, one transaction each.
    package static let optInsTogether = 20
    /// Purposes of a desk: a list a person can oversee. What stands on a form, in bytes; versions of one text.
    package static let consentPurposes = 100
    package static let consentTextBytes = 4 * 1024
    static let consentTextCharacters = 25
    package static let consentVersions = 1_000
    /// Somebody is reminded to ask anew after this long, unless the operator says otherwise; in months.
    package static let consentReviewMonths = 24
    package static let consentReviewMonthsMaximum = 120
    /// Rows of one import: a longer list comes in parts.
    package static let consentsImported = 1_000
    /// Unless the mailbox says otherwise, a ticket closed for longer than this is not reopened by a reply: a new one,
    /// linked to it, is opened.
    package static let reopenWindow = Duration.seconds(14 * 86_400)
    /// Attempts at reading one mail before it is quarantined (P10).
    package static let intakeAttempts: UInt32 = 3
    /// A mail that could not be read is deleted this long after somebody looked at it first; before that, never.
    package static let quarantineKept = Duration.seconds(30 * 86_400)
    /// … this many in one transaction.
    package static let quarantineExpiries = 20
    /// What is shown of it, in bytes: the headers of any mail, and enough of the rest to know what it is.
    package static let quarantineShownBytes = 64 * 1024
    /// Messages and bytes of one intake transaction: large enough to share a sync, small enough for memory.
    package static let intakeBatchMessages = 50
    package static let intakeBatchBytes = 8 * 1024 * 1024
    /// Outbox entries claimed at once by one connection.
    package static let outboxClaims = 20
    /// A worker looks at its queue at least this often, so that a wall clock set right wakes what it had put off.
    package static let outboxLongestRest = Duration.seconds(3600)
    /// An entry whose fate is unknown is tried again once, after this long (reliability.md §3.3).
    package static let unknownRetryAfter = Duration.seconds(15 * 60)
    /// How far a retry time is spread, so that a recovering server is not hit by all at once.
    package static let retryJitter = 0.2
    /// How long a mail under a plus address proves that the server delivers those. Weekly, and a day for being late.
    package static let plusProofKept = Duration.seconds(8 * 86_400)
    /// Colleagues who looked at a ticket are shown this long: about the time an answer takes.
    package static let sightingsShown = Duration.seconds(5 * 60)
    /// What somebody saw of a ticket is remembered for a working day, and for this many looks of everybody together.
    package static let sightingsKept = Duration.seconds(12 * 3600)
    package static let sightings = 20_000
    /// A draft nobody touched for this long is forgotten.
    package static let draftKept = Duration.seconds(30 * 86_400)
    /// A ticket is out of sight for at most this long; nothing is put off to a day nobody will remember it on.
    package static let snoozeLongest = Duration.seconds(366 * 86_400)
    /// Webhooks of a desk: each costs every event a row and a POST.
    package static let webhooks = 20
    package static let webhookURLBytes = 2_000
    /// Events that wait for one program. More, and it has been away for so long that it should ask for everything anew.
    package static let webhookEventsWaiting = 100_000
    /// Statements in one register, ended ones and those that were followed included.
    package static let registerEntries = 2_000
    /// One statement as JSON, one line of it, and one text. Bytes.
    package static let registerStatementBytes = 64 * 1024
    package static let registerLineBytes = 500
    package static let registerTextBytes = 8 * 1024
    package static let processorHosts = 20
    /// Canned replies, and signatures: one for each mailbox and more than anybody remembers the names of.
    package static let wordings = 500
    /// A canned reply is a letter, a signature a few lines. Bytes.
    package static let cannedReplyBytes = 64 * 1024
    package static let signatureBytes = 4 * 1024
    /// Problems of one text named at once; those that follow often vanish with them.
    package static let problemsNamed = 8
    /// Blocked senders. A spammer changes addresses; whoever needs more needs a filter in front of the mailbox.
    package static let blocks = 10_000
    /// Labels of a sender's domain that are looked at, the last ones: more of them say nothing about whose it is.
    package static let domainLabels = 10
    /// Saved filters of the desk, and of each owner: a list longer than this helps nobody to find anything.
    package static let savedFilters = 200
    /// The longest time without a change that a list can be narrowed by.
    package static let unchangedLongest = Duration.seconds(10 * 366 * 86_400)
    /// Tickets changed at once: one transaction of well under a second, and a number a human can look through.
    package static let bulkTickets = 1_000
    /// Tickets that come back in one transaction.
    package static let wakes = 100
    /// How long an Idempotency-Key is remembered.
    package static let idempotencyKept = Duration.seconds(86_400)
    /// An Idempotency-Key, in bytes.
    package static let idempotencyKeyBytes = 200
    /// Label of an access token, reason of an override, evidence of a resubscription: one line each, in bytes.
    package static let lineBytes = 500
    /// `PRAGMA synchronous` as every writer must have it (promises.md, Durability).
    static let fullSynchronous = 2
    /// Less room than this is worth an alarm, on a disk where it is at most one part in twenty (reliability.md §3.3).
    static let diskLowBytes: UInt64 = 512 * 1_048_576
    static let diskLowShare: UInt64 = 20
    /// A step of the wall clock that NTP does not make in passing: it slews less and steps seldom.
    static let clockTolerance = Duration.seconds(30)
    /// How long a jump stays an alarm: long enough to be seen, short enough to be over.
    static let clockJumpStands = Duration.seconds(3600)
    /// How often the alarms are looked for. An operator waits no longer; looking costs one small write.
    static let alarmLook = Duration.seconds(10)
    /// A cause has to be gone for this long before the all-clear: a connection that comes and goes is one alarm.
    static let alarmQuiet = Duration.seconds(5 * 60)
    /// What could not be told is tried again after this.
    static let alarmRetry = Duration.seconds(5 * 60)
    /// The end of the audit log is mailed to the data protection officer once a day (gdpr.md B11); whether it is time,
    /// or whether a server takes what none took before, is looked at every hour.
    static let anchorEvery = Duration.seconds(86_400)
    static let anchorLook = Duration.seconds(3_600)
    /// The hash of an entry of the audit log: HMAC-SHA-256.
    static let anchorBytes = 32
    /// Anchors a verification takes at once.
    package static let anchorsGiven = 16
    /// How often news for staff is looked for; what comes within is one notice.
    static let noticeLook = Duration.seconds(10)
    /// A notice that no server took is tried again after this.
    static let noticeRetry = Duration.seconds(5 * 60)
    /// Tickets told of in one notice; the rest waits for the next.
    static let newsTold = 1_000
    /// Ticket numbers written out for one mailbox: nobody reads more of them in a mail.
    static let newsNumbers = 50
    /// When the day of a daily notice begins, after midnight of the machine.
    static let noticeHour = Duration.seconds(8 * 3600)
    /// An all-clear that nobody could be told for this long is forgotten.
    static let alarmForgotten = Duration.seconds(86_400)
    /// Days from 1970 a legal day may lie away: the years 0 to 9999 and no overflow.
    package static let calendarDays = 3_000_000
    /// Days without a working day that a due date moves over: no country has more in a row.
    package static let holidaysInARow = 14
    /// Asking the person for more stops the legal clock within this many days of receipt (gdpr.md A5.2).
    package static let suspensionAskedWithinDays = 7
    /// The words of a person who asks for a right, in bytes.
    package static let wordingBytes = 16 * 1024
    /// How old a request may be when it is taken down: what a drawer gave up, not a slip of the year.
    package static let requestAge = Duration.seconds(3 * 366 * 86_400)
    /// How much of a mail is read for signs of a request; who asks, asks at the start. Bytes of UTF-8.
    package static let recognisedBytes = 8 * 1024
    /// One text about a breach, in bytes: a page or two. Nobody reads more of it, and a form takes no more.
    package static let breachTextBytes = 16 * 1024
    /// How old a breach may be when it is taken down: what an audit dug up, not a slip of the year.
    package static let breachAge = Duration.seconds(10 * 366 * 86_400)
    /// Assessments, filings, communications and questions of one breach, each.
    package static let breachEntries = 200
    /// Tickets named in one question.
    package static let breachTickets = 1_000
    /// People or records that lie elsewhere; more than there are people.
    package static let breachCount = 10_000_000_000
    /// Between two looks for signs of a breach; they are of hours and days.
    static let breachLook = Duration.seconds(300)
    /// Between two readings of the whole audit chain.
    static let auditVerified = Duration.seconds(86_400)
    /// Accesses that meet damage in one life of the daemon: one record is a bad sector, more are looked into.
    static let damagedAccesses = 3
    /// Tickets one reader opens in an hour: one every twelve seconds is not read any more.
    static let ticketsReadAnHour = 300
    /// Exports one hand takes in a day; people ask for their data one by one.
    static let exportsADay = 10
    /// Failures in a row at one agent's login: pauses have grown to an hour by then, and a human has given up.
    static let loginsGuessed = 10
    /// How far back the audit log is searched for signs: a week of holidays.
    static let signsLookedBack = Duration.seconds(7 * 86_400)
    /// Letters written in one transaction: a fraction of a second, and as much as a kill can take back.
    package static let breachLettersTogether = 100
    /// Between two looks for an erasure that has something to do: one indexed look-up.
    package static let erasureRest = Duration.seconds(2)
    /// Between two tries at a mail server that keeps an erasure from going on.
    package static let erasureRetry = Duration.seconds(60)
    /// Headers of copies fetched together, and whole mails: each may be as large as the mailbox takes.
    package static let copiesLookedAt = 200
    package static let copiesFetched = 10
    /// A single-use link lives for a day: people read mail in the evening (gdpr.md A5.3).
    package static let portalLinkKept = Duration.seconds(86_400)
    /// Links that prove one request, in a day: enough for a mail that was lost, too few to bother somebody.
    package static let proofLinksPerDay = 5
    /// Somebody signed in to the portal and gone is signed out after this, and everybody after an hour.
    package static let portalSessionIdle = Duration.seconds(15 * 60)
    package static let portalSessionLength = Duration.seconds(3600)
    /// Sessions of one person at once; a further one ends the oldest.
    package static let sessionsPerPerson = 3
    /// Asks for a link that wait at once: more than the hour's budget of mails could answer anyway.
    package static let portalAsks = 1_000
    /// … answered in one transaction.
    package static let portalAnswers = 20
    /// Between two looks for somebody who asked for a link: one indexed look-up.
    static let portalRest = Duration.seconds(2)
    /// How often links and sessions whose time is over are looked for.
    static let portalSweep = Duration.seconds(3600)
    /// Requests of one person shown in the portal.
    static let portalRequests = 100
    /// A ticket labelled with data of Art. 9 or 10, after its closing (gdpr.md A16).
    package static let labelledTicketKept = Duration.seconds(30 * 86_400)
    /// P16: a run that would delete more than one ticket in this many waits for a human.
    static let retentionShare = 20
    /// Retention runs daily, and looks this often whether somebody approved a run meanwhile.
    static let retentionEvery = Duration.seconds(86_400)
    static let retentionRest = Duration.seconds(10)
    /// After a run that a fault cut off, and between two tries at mailing a count.
    static let retentionRetry = Duration.seconds(5 * 60)
    /// Between two steps of a run, so that mail and agents are let in.
    static let retentionPause = Duration.milliseconds(5)
    /// A clock that went forward further than this is not believed where it destroys.
    static let retentionClockTolerance = Duration.seconds(86_400)
    /// How often the time retention has seen is written down.
    static let retentionClockKept = Duration.seconds(3600)
    /// How long a copy for a person can be fetched (gdpr.md A16): a week's holiday, and no archive.
    package static let exportKept = Duration.seconds(7 * 86_400)
    /// Between two looks for an export to make or to end: one indexed look-up.
    package static let exportRest = Duration.seconds(1)
    /// After so many tries in a row at an export whose contents keep changing, or that failed, a rest of this length.
    package static let exportTries = 3
    package static let exportRetry = Duration.seconds(60)
    /// What is handed over at once while an export is fetched.
    package static let exportPieceBytes = 1_048_576
    /// Files of one archive: beyond what any reader lists.
    static let exportEntries = 1_000_000
    /// Others known to a person by an address or a name: more are not remembered, and so are covered.
    static let exportKnownOthers = 50_000
    /// A name not longer than this stands in too many texts.
    static let exportNameBytes = 5
    /// A page of an export is closed beyond so many messages or bytes, so that any browser opens it.
    static let exportPageMessages = 200
    static let exportPageBytes = 2 * 1_048_576
    /// Exports of one person shown at once.
    static let exportsShown = 100
    /// Requests somebody may have open that they made in the portal; each is acknowledged by mail.
    static let portalRequestsOpen = 20
    /// Conversations listed in the portal.
    static let portalConversations = 200
    /// How often the clocks of requests are looked at: days pass slowly.
    static let reminderLook = Duration.seconds(60)
    /// Requests told of in one reminder.
    static let reminders = 200
}
