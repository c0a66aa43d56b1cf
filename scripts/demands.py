"""The six demands on a helpdesk under the GDPR, walked one by one: a command and a visible result each.

Called by `demo` on the desk it has opened; each step checks what it shows and ends the demo with a sentence otherwise.
"""

import json

CUSTOMER = b"customer@postoffice.test\n"
OFFICER = "officer@postoffice.test"

SETTINGS = f"""
[dpo]
name = "Olga Officer"
email = "{OFFICER}"

[authority]
name = "The Commissioner"
url = "https://authority.example"
"""

THIRD_QUESTION = b"""\
From: Clara Customer <customer@postoffice.test>
To: support@postoffice.test
Subject: Do you still know me?
Date: Mon, 16 Feb 2026 09:15:00 +0100
Message-ID: <demo-3@postoffice.test>

A question from somebody you have forgotten.
"""


def walk(demo, desk):
    """All six; `demo` is the module with `step`, `show`, `command` and `expect`."""
    minimisation(demo, desk)
    encryption(demo, desk)
    forgetting(demo, desk)
    consent(demo, desk)
    officer(demo, desk)
    breach(demo, desk)
    whole(demo, desk)


def checks(desk):
    """By id. The command ends with 1 while a check fails, which it does on a desk as young as this."""
    report = json.loads(desk.ticketd("compliance", "--json", may_fail=True))
    return {check["id"]: check for check in report["checks"]}


def shows(demo, desk, *ids):
    found = checks(desk)
    demo.show("$ ticketd compliance")
    for name in ids:
        check = found[name]
        demo.expect(check["outcome"] == "pass", f"{name} is {check['outcome']}: {check['evidence']}")
        demo.show(f"{check['outcome']}  {name}  {check['title']}: {check['evidence']}")


def minimisation(demo, desk):
    demo.step("1. Collect only what is necessary, and know why: every stored column has a purpose, everything a period.")
    record = desk.ask("records")
    columns = [column for activity in record["activities"] for column in activity["columns"]]
    demo.expect(columns and all(column["purpose"] for column in columns), "a column has no purpose")
    demo.show(f"$ ticketd records        {len(columns)} columns, {len(record['activities'])} activities, such as")
    for column in [column for column in columns if column["table"] == "person"]:
        demo.show(f"{column['table']}.{column['column']} ({column['protection']}): {column['purpose']}")
    demo.command(desk, "retention", "show")
    shows(demo, desk, "M01", "M02", "M03", "L11")


def encryption(demo, desk):
    demo.step("2. Encrypt all personal data: the customer's words are searched for in every file of the store.")
    words = [b"customer@postoffice.test", b"Clara Customer", b"wrong currency", b"contract says 40 euros"]
    files = sorted(path for path in (desk.folder / "state").rglob("*") if path.is_file())
    for path in files:
        bytes = path.read_bytes()
        found = [word for word in words if word in bytes]
        demo.expect(not found, f"{path.name} holds {found}")
        demo.show(f"{path.name}: {len(bytes)} bytes, none of {len(words)} phrases")
    shows(demo, desk, "S03", "S07", "S13")


def forgetting(demo, desk):
    demo.step("3. The right to be forgotten: unsubscribing was shown above; now the customer calls and is erased.")
    demo.command(
        desk, "people", "erase", "-", "--verified-how", "phone", "--verified-by", "Anna Agent", "--yes", input=CUSTOMER
    )
    erasure = desk.wait_for("the certificate", lambda: finished(desk))
    demo.command(desk, "erasures", "show", erasure["id"])
    demo.command(desk, "people", "show", "-", input=CUSTOMER, may_fail=True)
    demo.show("$ ticketd compliance --round-trip        the same once more, with somebody who does not exist")
    desk.ticketd("compliance", "--round-trip", may_fail=True)
    shows(demo, desk, "R05", "S04", "R06", "R09", "R11")


def finished(desk):
    erasures = desk.ask("erasures", "list")["erasures"]
    return next((erasure for erasure in erasures if erasure["state"] == "done"), None)


def consent(demo, desk):
    demo.step("4. Consent is never pre-ticked: the form of a purpose, as a browser gets it.")
    text = "We send you our newsletter with news of our products once a month."
    demo.command(desk, "consents", "purposes", "add", "newsletter", "--title", "Newsletter", "--text", text)
    status, _, page = desk.http("GET", "/consent/newsletter")
    boxes = [line.strip() for line in page.splitlines() if 'type="checkbox"' in line]
    demo.expect(status == 200 and boxes, f"the form was answered {status}")
    demo.expect(not any("checked" in box.replace("checkbox", "") for box in boxes), "a box is ticked")
    demo.show("GET /consent/newsletter")
    demo.show("\n".join(boxes))
    bundled = desk.ticketd(
        "consents", "purposes", "add", "all", "--title", "Everything",
        "--text", "By replying you agree to our newsletter and to be told of by our partners.", may_fail=True,
    )
    demo.show("$ ticketd consents purposes add all --text 'By replying you agree …'")
    demo.expect("silence is no consent" in bundled, "presumed consent was taken")
    demo.show(bundled)
    shows(demo, desk, "L05", "L06")


def officer(demo, desk):
    demo.step("5. A data protection officer: named to everybody, no administrator, and told where the audit log ends.")
    _, _, notice = desk.http("GET", "/privacy")
    demo.expect(OFFICER in notice, "the notice does not name the officer")
    demo.show(f"GET /privacy → names Olga Officer, {OFFICER}")
    mail = desk.wait_for("the officer's mail", lambda: desk.inbox("OFFICER"))[0]
    demo.show(f"The officer's mailbox: “{mail['Subject']}”")
    shows(demo, desk, "G03", "G04")


def breach(demo, desk):
    demo.step("6. Breaches are reported: an exercise, with its clock, whom it concerns, and the form for the authority.")
    desk.deliver(THIRD_QUESTION)
    third = desk.wait_for("the new ticket", lambda: tickets(desk))[0]["number"]
    demo.command(
        desk, "breaches", "open", "--drill", "--decided-by", "Olga Officer", "--kind", "confidentiality"
    )
    demo.command(desk, "breaches", "affected", "1", "--ticket", str(third))
    report = desk.ticketd("breaches", "report", "1")
    demo.expect("Art. 33" in report, "the report is not that of Art. 33")
    demo.show("$ ticketd breaches report 1")
    demo.show("\n".join(report.splitlines()[:8]) + "\n…")
    shows(demo, desk, "B01", "B03")


def tickets(desk):
    return desk.ask("tickets", "list")["tickets"]


def whole(demo, desk):
    demo.step("And the whole of it, for a questionnaire: every check, and a bundle of evidence without customers' data.")
    report = json.loads(desk.ticketd("compliance", "--json", may_fail=True))
    demo.show(f"$ ticketd compliance        {report['passed']} pass, {report['warned']} to be looked at, and these fail:")
    for check in report["checks"]:
        if check["outcome"] == "fail":
            demo.show(f"{check['id']} Art. {check['article']}, {check['tier']}: {check['title']} → {check['remedy']}")
    demo.command(desk, "compliance", "export", "--out", str(desk.folder / "evidence.zip"))
    bundle = (desk.folder / "evidence.zip").read_bytes()
    demo.expect(b"customer@postoffice.test" not in bundle, "the bundle names a customer")
