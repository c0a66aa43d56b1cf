/// The measures of Art. 32(1) that this program takes itself: true of every installation, whatever its settings.
package enum SecurityMeasure: Sendable, CaseIterable {
    case encryption, pseudonymity, access, transport, integrity, restoring, erasure, minimisation

    package func words(in language: Language) -> String {
        switch language {
        case .english: english
        case .german: german
        }
    }

    private var english: String {
        switch self {
        case .encryption:
            """
            Personal data are encrypted with AES-256-GCM under a random key for each person; keys lie in a file \
            of their own, wrapped by a root key outside both.
            """
        case .pseudonymity:
            """
            Look-ups and counts use keyed hashes; logs, metrics and the audit log hold numbers and no names.
            """
        case .access:
            """
            Access by role and mailbox; passwords by scrypt, a second factor; every read of a ticket is \
            recorded.
            """
        case .transport: "Mail servers are reached with verified TLS only; pages are served through a proxy with TLS."
        case .integrity: "The audit log is a chain of hashes, its end written to the log of the machine every day."
        case .restoring: "Backups are read back after writing; a restore carries out erasures again before it serves."
        case .erasure:
            """
            An erasure destroys the person's key, removes rows and the mailbox's copies, and searches every \
            file.
            """
        case .minimisation:
            """
            No addresses of machines, no tracking, no raw source beyond a set time; periods end by themselves.
            """
        }
    }

    private var german: String {
        switch self {
        case .encryption:
            """
            Personenbezogene Daten sind mit AES-256-GCM unter einem zufälligen Schlüssel je Person \
            verschlüsselt; die Schlüssel liegen in eigener Datei, umhüllt von einem Wurzelschlüssel außerhalb.
            """
        case .pseudonymity:
            """
            Suche und Zählung nutzen Hashwerte mit Schlüssel; Protokolle und Kennzahlen enthalten Nummern und \
            keine Namen.
            """
        case .access:
            """
            Zugang nach Rolle und Postfach; Kennwörter mit scrypt, zweiter Faktor; jedes Lesen eines Tickets \
            wird verzeichnet.
            """
        case .transport: "Mailserver nur mit geprüftem TLS; Seiten über einen Proxy mit TLS."
        case .integrity:
            """
            Das Prüfprotokoll ist eine Kette von Hashwerten, deren Ende täglich ins Protokoll der Maschine \
            kommt.
            """
        case .restoring:
            """
            Sicherungen werden nach dem Schreiben gelesen; eine Wiederherstellung führt Löschungen erneut aus, \
            ehe sie dient.
            """
        case .erasure:
            """
            Eine Löschung vernichtet den Schlüssel der Person, entfernt Zeilen und Kopien im Postfach und \
            durchsucht jede Datei.
            """
        case .minimisation:
            """
            Keine Adressen von Geräten, keine Nachverfolgung, kein Rohtext über die eingestellte Zeit; Fristen \
            enden von selbst.
            """
        }
    }
}
