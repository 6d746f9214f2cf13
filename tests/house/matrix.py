"""Who may do what, as a table: endpoint and method, then one verdict an actor.

Verdicts: `in` (the view answered, also with "no, because"), `login` (asked to sign in), `hidden`
(404, as if it did not exist), `denied` (403). A house test compares the table with app.url_map
and tries every cell with a real request.
"""

from __future__ import annotations

ACTORS = (
    "nobody",
    "nadia",
    "helen",
    "other_pair",
    "recruiter",
    "owner",
    "other_owner",
    "former_recruiter",
    "panel",
    "viewer",
)

Row = tuple[str, ...]


def _row(
    nobody: str,
    nadia: str,
    helen: str,
    pair: str,
    staff: str,
    owner: str,
    other: str,
    panel: str = "",
    viewer: str = "",
) -> Row:
    """A former recruiter is a stranger like the owner of another organisation, and so are its
    panel member and viewer where nothing is said of them."""
    return (nobody, nadia, helen, pair, staff, owner, other, other, panel or other, viewer or other)


ANYBODY = ("in",) * len(ACTORS)
SIGNED_IN = ("login",) + ("in",) * (len(ACTORS) - 1)
THE_PAIR = _row("login", "in", "in", "hidden", "hidden", "hidden", "hidden")
INVITER = _row("login", "in", "hidden", "hidden", "hidden", "hidden", "hidden")
_STRANGERS = ("login", "hidden", "hidden", "hidden")
MEMBERS = _row(*_STRANGERS, "in", "in", "hidden", "in", "in")
READERS = _row(*_STRANGERS, "in", "in", "hidden", "in", "hidden")
DECIDERS = _row(*_STRANGERS, "in", "in", "hidden", "denied", "hidden")
ONLY_STAFF = _row(*_STRANGERS, "in", "in", "hidden")
STAFF = _row(*_STRANGERS, "in", "in", "hidden", "denied", "denied")
APPOINTED = _row("login", "in", "in", "hidden", "in", "in", "hidden", "in", "hidden")
"""An employer's readers, and the two whom it has hired."""
OWNERS = _row(*_STRANGERS, "denied", "in", "hidden", "denied", "denied")
SESSION_OF_NADIA = _row("login", "in", "hidden", "hidden", "hidden", "hidden", "hidden")
NOT_THERE = ("hidden",) * len(ACTORS)

GET, POST = "GET", "POST"


def both(endpoint: str, row: Row) -> dict[tuple[str, str], Row]:
    return {(endpoint, GET): row, (endpoint, POST): row}


MATRIX: dict[tuple[str, str], Row] = {
    # Files of the look and pages about the product
    ("static", GET): NOT_THERE,
    ("assets.serve", GET): NOT_THERE,
    ("pages.healthz", GET): ANYBODY,
    ("pages.home", GET): ANYBODY,
    ("pages.for_pairs", GET): ANYBODY,
    ("pages.for_employers", GET): ANYBODY,
    ("pages.guides", GET): ANYBODY,
    ("pages.accessibility", GET): ANYBODY,
    ("pages.privacy", GET): ANYBODY,
    ("pages.robots", GET): ANYBODY,
    ("pages.theme", POST): ANYBODY,
    ("dev.mails", GET): ANYBODY,
    ("dev.one_mail", GET): NOT_THERE,
    ("dev.styles", GET): ANYBODY,
    # Accounts
    **both("accounts.sign_up", ANYBODY),
    ("accounts.sign_up_sent", GET): ANYBODY,
    ("accounts.send_link_again", POST): ANYBODY,
    **both("accounts.confirm_address", ANYBODY),
    **both("accounts.sign_in", ANYBODY),
    ("accounts.sign_out", POST): ANYBODY,
    **both("accounts.forgot_password", ANYBODY),
    ("accounts.reset_sent", GET): ANYBODY,
    **both("accounts.reset_password", ANYBODY),
    **both("accounts.confirm_password", SIGNED_IN),
    ("accounts.account", GET): SIGNED_IN,
    ("accounts.rename", POST): SIGNED_IN,
    ("accounts.change_password", POST): SIGNED_IN,
    ("accounts.end_session", POST): SESSION_OF_NADIA,
    ("accounts.end_other_sessions", POST): SIGNED_IN,
    ("accounts.end_all_sessions", POST): SIGNED_IN,
    # Organisations
    ("organisations.index", GET): SIGNED_IN,
    **both("organisations.new", SIGNED_IN),
    ("organisations.show", GET): MEMBERS,
    **both("organisations.edit", OWNERS),
    **both("organisations.invite", STAFF),
    **both("organisations.cancel_invitation", STAFF),
    **both("organisations.change_kind", OWNERS),
    **both("organisations.remove_member", OWNERS),
    **both("organisations.leave", MEMBERS),
    **both("organisations.set_logo", OWNERS),
    ("organisations.logo", GET): NOT_THERE,
    **both("organisations.ask_domain", OWNERS),
    **both("organisations.remove_domain", OWNERS),
    **both("organisations.confirm_domain", ANYBODY),
    **both("organisations.ask_tie", OWNERS),
    **both("organisations.answer_tie", OWNERS),
    **both("organisations.end_tie", OWNERS),
    **both("organisations.accept", ANYBODY),
    # People and pairs
    **both("candidates.profile", SIGNED_IN),
    ("partnerships.index", GET): SIGNED_IN,
    **both("partnerships.invite", SIGNED_IN),
    **both("partnerships.send_again", INVITER),
    **both("partnerships.cancel_invitation", INVITER),
    **both("partnerships.accept", ANYBODY),
    ("partnerships.show", GET): THE_PAIR,
    **both("partnerships.confirmation", THE_PAIR),
    **both("partnerships.edit", THE_PAIR),
    **both("partnerships.proposition", THE_PAIR),
    **both("partnerships.new_entry", THE_PAIR),
    **both("partnerships.edit_entry", THE_PAIR),
    **both("partnerships.remove_entry", THE_PAIR),
    **both("partnerships.part", THE_PAIR),
    **both("partnerships.pause", THE_PAIR),
    **both("partnerships.resumption", THE_PAIR),
    **both("partnerships.dissolution", THE_PAIR),
    **both("partnerships.staying", THE_PAIR),
    **both("partnerships.block", THE_PAIR),
    **both("partnerships.unblock", THE_PAIR),
    ("partnerships.questions", GET): THE_PAIR,
    **both("partnerships.answer", THE_PAIR),
    **both("partnerships.share", THE_PAIR),
    **both("partnerships.keep_back", THE_PAIR),
    **both("partnerships.talk", THE_PAIR),
    **both("partnerships.check", THE_PAIR),
    **both("partnerships.horizon", THE_PAIR),
    **both("partnerships.show_horizon", THE_PAIR),
    ("partnerships.duty_map", GET): THE_PAIR,
    **both("partnerships.edit_map", THE_PAIR),
    ("partnerships.call_card", GET): THE_PAIR,
    **both("partnerships.edit_call_card", THE_PAIR),
    **both("partnerships.feedback", THE_PAIR),
    **both("partnerships.ask_again", THE_PAIR),
    **both("partnerships.cancel_ask", THE_PAIR),
    **both("partnerships.give_feedback", ANYBODY),
    **both("partnerships.referee", THE_PAIR),
    **both("partnerships.cancel_referee", THE_PAIR),
    **both("partnerships.referee_word", ANYBODY),
    # Roles
    ("roles.search", GET): ANYBODY,
    ("roles.show", GET): ANYBODY,
    ("roles.opening", POST): ANYBODY,
    ("roles.sitemap", GET): ANYBODY,
    ("roles.sitemap_part", GET): ANYBODY,
    ("roles.feed", GET): ANYBODY,
    ("roles.employer_feed", GET): ANYBODY,
    ("roles.embedded", GET): ANYBODY,
    ("roles.employer", GET): ANYBODY,
    ("roles.elsewhere", GET): SIGNED_IN,
    ("roles.mine", GET): SIGNED_IN,
    **both("roles.new", SIGNED_IN),
    **both("roles.bringing", SIGNED_IN),
    **both("roles.edit", STAFF),
    ("roles.preview", GET): MEMBERS,
    **both("roles.publication", STAFF),
    **both("roles.outcome", STAFF),
    **both("roles.pausing", STAFF),
    **both("roles.resumption", STAFF),
    **both("roles.closing", STAFF),
    **both("roles.cancellation", STAFF),
    **both("roles.removal", STAFF),
    **both("roles.step", STAFF),
    ("roles.autosave", POST): STAFF,
    **both("roles.selection", STAFF),
    ("roles.selection_result", GET): MEMBERS,
    ("roles.selection_pdf", GET): MEMBERS,
    **both("roles.selection_link", STAFF),
    **both("roles.selection_unlink", STAFF),
    ("roles.manager", GET): MEMBERS,
    ("roles.manager", POST): STAFF,
    **both("roles.manager_checklist", STAFF),
    **both("roles.manager_ask", STAFF),
    **both("roles.manager_unask", STAFF),
    **both("roles.manager_withdrawal", STAFF),
    **both("roles.manager_word", ANYBODY),
    ("roles.selection_read", GET): NOT_THERE,
    ("roles.selection_read_pdf", GET): NOT_THERE,
    **both("roles.extension", STAFF),
    **both("roles.relisting", STAFF),
    **both("roles.retraction", STAFF),
    **both("roles.copy", STAFF),
    **both("roles.template", STAFF),
    ("roles.templates", GET): SIGNED_IN,
    ("roles.template_start", POST): STAFF,
    **both("roles.template_removal", STAFF),
    **both("roles.ask", SIGNED_IN),
    ("roles.questions", GET): STAFF,
    **both("roles.answer_question", STAFF),
    **both("roles.decline_question", STAFF),
    ("roles.my_questions", GET): SIGNED_IN,
    **both("roles.withdraw_question", SESSION_OF_NADIA),
    # Applications
    ("applications.index", GET): SIGNED_IN,
    **both("applications.start", SIGNED_IN),
    ("applications.edit", GET): THE_PAIR,
    ("applications.save_section", POST): THE_PAIR,
    ("applications.terms", POST): THE_PAIR,
    ("applications.acceptance", POST): THE_PAIR,
    ("applications.panel_view", GET): THE_PAIR,
    ("applications.autosave", POST): THE_PAIR,
    ("applications.presence", POST): THE_PAIR,
    ("applications.history", GET): THE_PAIR,
    ("applications.changes", GET): THE_PAIR,
    ("applications.reading", POST): THE_PAIR,
    **both("applications.restoration", THE_PAIR),
    ("applications.panel_view_pdf", GET): THE_PAIR,
    **both("applications.signature", THE_PAIR),
    ("applications.submission", GET): THE_PAIR,
    ("applications.submission_bytes", GET): THE_PAIR,
    **both("applications.withdrawal", THE_PAIR),
    **both("applications.arrangement", THE_PAIR),
    **both("applications.template", THE_PAIR),
    **both("applications.template_removal", THE_PAIR),
    **both("applications.leaving", THE_PAIR),
    **both("hiring.reconfirmation", THE_PAIR),
    **both("applications.decision", THE_PAIR),
    # Approaches: the two who write, and the staff of whom they write to
    **both("approaches.new", SIGNED_IN),
    ("approaches.index", GET): THE_PAIR,
    ("approaches.show", GET): THE_PAIR,
    **both("approaches.edit", THE_PAIR),
    ("approaches.sign", POST): THE_PAIR,
    **both("approaches.withdrawal", THE_PAIR),
    ("approaches.received", GET): ONLY_STAFF,
    ("approaches.read", GET): ONLY_STAFF,
    ("approaches.reading", POST): ONLY_STAFF,
    **both("approaches.invitation", ONLY_STAFF),
    **both("approaches.refusal", ONLY_STAFF),
    # Cards that a pair shows around
    ("cards.index", GET): THE_PAIR,
    **both("cards.new", THE_PAIR),
    ("cards.show", GET): THE_PAIR,
    ("cards.show_pdf", GET): THE_PAIR,
    ("cards.consent", GET): THE_PAIR,
    ("cards.consent", POST): _row("login", "denied", "in", "hidden", "hidden", "hidden", "hidden"),
    **both("cards.revocation", THE_PAIR),
    ("cards.read", GET): NOT_THERE,
    ("cards.read_pdf", GET): NOT_THERE,
    ("cards.opening", POST): NOT_THERE,
    # The diary of a pair
    ("diary.show", GET): THE_PAIR,
    ("diary.download", GET): THE_PAIR,
    **both("diary.address", THE_PAIR),
    **both("diary.revocation", THE_PAIR),
    ("diary.feed", GET): NOT_THERE,
    ("tenures.show", GET): APPOINTED,
    ("tenures.pdf", GET): APPOINTED,
    **both("tenures.edit", DECIDERS),
    **both("tenures.address", APPOINTED),
    **both("tenures.revocation", APPOINTED),
    ("tenures.feed", GET): NOT_THERE,
    # The inbox of a pair, and the employer's end of it
    ("inbox.index", GET): THE_PAIR,
    **both("inbox.notes", THE_PAIR),
    ("inbox.notes_reading", POST): THE_PAIR,
    **both("inbox.conversation", THE_PAIR),
    ("inbox.reading", POST): THE_PAIR,
    **both("inbox.candidacy", DECIDERS),
    ("inbox.candidacy_reading", POST): DECIDERS,
    # Hiring
    ("hiring.index", GET): SIGNED_IN,
    ("hiring.role", GET): READERS,
    **both("hiring.filling", DECIDERS),
    ("hiring.figures", GET): READERS,
    ("hiring.figures_csv", GET): READERS,
    ("hiring.organisation_figures", GET): READERS,
    ("hiring.organisation_figures_csv", GET): READERS,
    ("hiring.compare", GET): READERS,
    ("hiring.candidacy", GET): READERS,
    ("hiring.candidacy_pdf", GET): READERS,
    **both("hiring.stage", DECIDERS),
    ("hiring.note", POST): READERS,
    # Interviews: the employer's pages, and each named person's own
    **both("interviews.propose", DECIDERS),
    ("interviews.show", GET): READERS,
    **both("interviews.move", DECIDERS),
    **both("interviews.cancel", DECIDERS),
    **both("interviews.held", DECIDERS),
    **both("interviews.answer", THE_PAIR),
    ("interviews.adjustments", POST): THE_PAIR,
    **both("interviews.call_off", THE_PAIR),
}
SPECIAL_ROLE = {
    "roles.edit",
    "roles.step",
    "roles.autosave",
    "roles.preview",
    "roles.publication",
    "roles.removal",
}
"""They are tried on a draft; `roles.show` on a published role and, apart, on the draft."""
QUERIES = {"hiring.stage": {"move": "shortlist"}}
"""What an address carries after the question mark; without it there is no such page."""
