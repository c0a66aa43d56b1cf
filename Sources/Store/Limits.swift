internal import Desk

/// Every number the store decides by, with its reason.
enum Limits {
    /// How long a writer waits for another program that holds the database (promises.md, Durability).
    static let busySeconds = 5.0
    /// Reading connections: agents read while mail arrives; more would only hold memory.
    static let readers = 4
    /// Sealed mail is stored in large pieces: 16 KiB pages keep most messages out of overflow chains.
    static let pageSize = 16_384
    /// keys.db holds short rows and syncs every commit: small pages keep what is written small.
    static let keysPageSize = 4_096
    /// Page cache of one connection in KiB: the upper pages of every index. Small, because the system's cache has the
    /// rest and what is sealed has to be opened anyway; and full within minutes, so that memory does not creep up for
    /// hours.
    static let cacheKiB = 2_048
    /// Pages in the write-ahead log before it is written back: 64 MiB, so that a burst of mail shares the writing back.
    static let checkpointPages = 4_096
    /// The log file is cut to this after it was written back.
    static let journalBytes = 64 * 1_048_576
    /// A keyed hash kept as a key: 128 bits cannot collide by chance and halve the index of the full ones.
    static let hashBytes = 16
    /// Short sealed fields are padded to multiples of this, so that a length says little (gdpr.md B3).
    static let padding = 32
    /// How many tickets one search opens before it answers with what it has and where to go on.
    static let searchedTickets = 2_000
    /// Words of one search.
    static let searchWords = 16
    /// Characters of one word that is looked for: no word is longer.
    static let searchWordLength = 200
    /// How much of one message is searched: twenty pages, so that one log file does not take everybody's room.
    static let searchTextBytes = 65_536
    /// Tickets whose words are read in one piece: a few dozen milliseconds, for which a search waits.
    static let searchTickets = 50
    /// Pieces of what was just committed that a search takes up before it answers with what is there.
    static let searchRounds = 20
    /// Up to so many tickets that were found are fetched one by one; beyond, the list of all is gone through.
    static let searchFetched = 1_000
    /// Pages of the index in memory: words are short.
    static let searchPageSize = 4_096
    /// The least memory an index can be kept in; the empty one has a dozen pages.
    static let searchLeastBytes = 262_144
    /// How far the memory is filled: the rest is room for entries that are written anew.
    static let searchFilledPercent = 85
    /// The part of the tickets that is let go of when the memory is filled: not so small that it is filled again with
    /// the next mail, not so large that a search waits for seconds.
    static let searchEvictedPart = 64
    /// The same when one ticket does not fit at all, and how often that is tried: then nearly half of them are gone.
    static let searchEvictedForOne = 8
    static let searchEvictions = 5
    /// Pages written anew in one piece after something was deleted.
    static let searchPurgedPages = 500
    /// The least time between two purges, each of which writes the whole index anew.
    static let searchPurgePause = Duration.seconds(60)
    /// Changed tickets remembered until somebody takes them up; beyond, everything is looked at again.
    static let watchedTickets = 100_000
    /// Reads that could not be written yet (a full disk) are remembered up to this many (P9).
    static let pendingReads = 10_000
    /// One ticket's messages shown at once. Nobody reads more; a loop that P12 missed must not fill the memory.
    static let messagesShown = 2_000
    /// Legal holds shown at once, lifted ones included.
    static let holdsShown = 500
    /// Disclosures of one ticket or person shown at once.
    static let disclosuresShown = 500
    /// Sealed bytes of mail that one claim opens into memory; a large mail is claimed alone.
    static let claimedBytes: Int64 = 16 * 1_048_576
    /// One list of the outbox, whatever the caller asks for.
    static let entriesListed = 1_000
    /// Courtesies older than this decide nothing any more: P15 counts a day, and 30 days for who unsubscribed.
    static let courtesyKept: Int64 = Int64(Desk.Limits.courtesyMonth) * courtesyDay
    static let courtesyDay: Int64 = 86_400_000
    /// How long before its end an operator hears of a token, and how long after: a week each, in milliseconds.
    static let tokenNotice: Int64 = 7 * 86_400_000
    /// How long an address from which mail came back for good gets no automatic mail, in milliseconds: 60 days.
    static let undeliverableFor: Int64 = 60 * 86_400_000
    /// How often the use of an access token is written down.
    static let tokenUseInterval: Int64 = 3_600_000
    /// Strings and lists inside a sealed value; more than a mail of the largest size could hold.
    static let encodedBytes = 64 * 1_048_576
    static let encodedItems = 100_000
    /// Pages copied by one step of an online backup, so that writers are let in between.
    static let backupPages: Int32 = 256
    /// Entries of the audit log looked at together: a few hundred KiB.
    static let auditLinks = 1_000
    /// Ticket numbers left out after a restore: more than a desk gives between two copies of its keys, so that no
    /// number a customer holds names another ticket.
    static let skippedTickets: Int64 = 1_000
    /// How much of the erasure ledger is read at once; years of it fit into a few pieces.
    static let ledgerPiece = 1_048_576
    /// People's keys wrapped anew in one commit: a few milliseconds, in which no mail of a new person comes in.
    static let rewrappedKeys = 256
    /// A lock file holds a process number and nothing else.
    static let lockBytes = 32
    /// Erasures asked for within this time count against the daily limit, in milliseconds (P16).
    static let erasuresCounted: Int64 = 86_400_000
    /// The part of a quarantined mail in which its author is looked for.
    static let unparsedHeaderBytes = 65_536
    /// Messages opened together while the desk is searched for a name; between two pages others are let in.
    static let searchedMessages = 200
    /// A name shorter than this stands in too many texts to be looked for.
    static let searchedNameBytes = 5
    /// One read while files are searched.
    static let scannedBytes = 1_048_576
    /// A database up to this size is rewritten when a mark of an erased person is found in its gaps: that is done in
    /// memory.
    static let rewrittenBytes: Int64 = 256 * 1_048_576
    /// Tries at emptying the log while readers hold it; each waits as long as `busySeconds`.
    static let truncations = 3
    /// Tasks that read one batch: more than the cores of a small server, so that one large mail does not make the
    /// others wait.
    static let readingTasks = 8
    /// Closed tickets looked at together for their time; a label has to be opened for each of some.
    /// Copies on a server looked at in one step: each message is opened once.
    static let copiesChosen = 200
    static let expiryLook = 500
    /// Tickets, messages and bytes of files that go in one transaction: a fraction of a second, in which mail waits.
    static let expiredTickets = 50
    static let expiredMessages = 500
    static let expiredBytes: Int64 = 16 * 1_048_576
    /// People forgotten in one step.
    static let expiredPeople = 50
    /// Somebody without a ticket is kept this long, in milliseconds: what they came for may just be written down.
    static let newPersonKept: Int64 = 86_400_000
    /// Disclosures and days of reading in one export: a person has a right to all; more is a fault of ours.
    static let exportedFacts = 200_000
    /// Messages opened together for an export, and their sealed bytes: one more may follow, however large.
    static let exportedMessages = 100
    static let exportedBytes = 8 * 1_048_576
    /// Tickets shown beside one affected person: enough to see why, of somebody who writes every day.
    static let affectedTicketsShown = 100
    /// Entries of the audit log searched for signs of a breach: days of a busy desk.
    static let auditLookedAt = 20_000
    /// Readers looked at, the busiest first.
    static let readersLookedAt = 100
}
